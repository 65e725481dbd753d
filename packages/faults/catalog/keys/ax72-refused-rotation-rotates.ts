import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'AX72',
  area: 'authnz',
  sentence: 'Whoever may not rotate the signing keys is refused after they were rotated.',
  source: 'Ours: a role that is looked at on the way out',
  reverts: 'that a refused rotation is none',
  install({ parts, app }) {
    app.addHook('onRequest', async ({ method, url }) => {
      if (method === 'POST' && url === '/api/auth/keys/rotate') await parts.keys.rotate();
    });
  },
};
