import { defineFault } from '../../src/define-fault.ts';

export const unknownRoleIgnored = defineFault({
  id: 'A17b',
  capability: 'users',
  layer: 'service',
  sentence: 'A user with an unknown role is silently created without it.',
  source: 'Leaving out what is not known looks friendly and hides a typing error in a right',
  reverts: 'that an unknown role is refused',
  install({ services, http }) {
    http.addHook('preHandler', async ({ method, url, body }) => {
      if (method !== 'POST' || url !== '/api/auth/users/local') return;
      const wanted = Object(body);
      if (Array.isArray(wanted.roles))
        wanted.roles = wanted.roles.filter((role: string) => services.policy.current.roles.includes(role));
    });
  },
});
