import { defineFault } from '../../src/define-fault.ts';

export const privateKeysPublished = defineFault({
  id: 'AX65',
  capability: 'keys',
  layer: 'service',
  sentence: 'The key set shows the private halves of the keys, so anyone can sign tokens.',
  source: 'Ours: one wrong export',
  reverts: 'that only public halves are shown',
  install({ services, http }) {
    http.addHook('preSerialization', async (request, _reply, payload) =>
      request.url.startsWith('/api/auth/jwks') ? { keys: services.keys.all } : payload,
    );
  },
});
