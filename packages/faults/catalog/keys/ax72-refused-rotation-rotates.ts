import { defineFault } from '../../src/define-fault.ts';

export const refusedRotationRotates = defineFault({
  id: 'AX72',
  capability: 'keys',
  layer: 'service',
  sentence: 'A user who may not rotate the signing keys is refused after they were rotated.',
  source: 'Ours: a role that is looked at on the way out',
  reverts: 'that a refused rotation does not rotate',
  install({ services, http }) {
    http.addHook('onRequest', async ({ method, url }) => {
      if (method === 'POST' && url === '/api/auth/keys/rotate') await services.keys.rotate();
    });
  },
});
