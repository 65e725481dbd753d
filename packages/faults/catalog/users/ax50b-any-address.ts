import { defineFault } from '../../src/define-fault.ts';

export const anyAddress = defineFault({
  id: 'AX50b',
  capability: 'users',
  layer: 'service',
  sentence: 'A user is made with an address that is none.',
  source: 'Notices and resets go there',
  reverts: 'that an address is checked',
  install({ http }) {
    http.addHook('preHandler', async ({ url, body }) => {
      const user = Object(body);
      if (url.startsWith('/api/auth/users/') && typeof user.email === 'string' && !user.email.includes('@'))
        user.email = 'accepted@example.com';
    });
  },
});
