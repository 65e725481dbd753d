import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'AX65',
  area: 'authnz',
  sentence: 'The key set shows the private halves of the keys, so everybody can sign tokens.',
  source: 'Ours: one wrong export',
  reverts: 'that only public halves are shown',
  install({ parts, app }) {
    app.addHook('preSerialization', async (request, _reply, payload) =>
      request.url.startsWith('/api/auth/jwks') ? { keys: parts.keys.all } : payload,
    );
  },
};
