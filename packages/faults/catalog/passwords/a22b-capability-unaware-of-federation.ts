import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'A22b',
  area: 'authnz',
  sentence: 'Somebody who signs in elsewhere is told that the password can be changed here.',
  source: 'A form that is offered and then refused',
  reverts: 'that the capability knows who keeps the password',
  install({ app }) {
    app.addHook('onSend', async ({ url }, reply, payload) =>
      url === '/api/auth/users/me/password-capability' && reply.statusCode === 200
        ? JSON.stringify({ available: true, reason: null })
        : payload,
    );
  },
};
