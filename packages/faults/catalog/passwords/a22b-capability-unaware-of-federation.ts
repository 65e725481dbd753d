import { defineFault } from '../../src/define-fault.ts';

export const capabilityUnawareOfFederation = defineFault({
  id: 'A22b',
  capability: 'passwords',
  layer: 'service',
  sentence: 'Somebody who signs in elsewhere is told that the password can be changed here.',
  source: 'A form that is offered and then refused',
  reverts: 'that the capability knows who keeps the password',
  install({ http }) {
    http.addHook('onSend', async ({ url }, reply, payload) =>
      url === '/api/auth/users/me/password-capability' && reply.statusCode === 200
        ? JSON.stringify({ available: true, reason: null })
        : payload,
    );
  },
});
