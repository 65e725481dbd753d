import { defineFault } from '../../src/define-fault.ts';

export const claimWithUnderscores = defineFault({
  id: 'A9b',
  capability: 'forward-auth',
  layer: 'service',
  sentence: 'A claim of roles is believed when its header is written with underscores.',
  source: 'Servers that hand headers on as variables take X_User_Roles for X-User-Roles',
  reverts: 'that every spelling of an identity header is worth nothing',
  install({ http }) {
    http.addHook('preHandler', async (request) => {
      const claimed = request.headers.x_user_roles;
      if (request.identity && claimed !== undefined) request.headers['x-user-roles'] = claimed;
    });
  },
});
