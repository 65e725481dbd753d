import { defineFault } from '../../src/define-fault.ts';

export const everybodyToldAdministrator = defineFault({
  id: 'MX78',
  capability: 'serving-permissions',
  layer: 'service',
  sentence: 'A viewer is offered what only administrators may do.',
  source: 'Ours: buttons that lead to a refusal',
  reverts: 'that the console knows what a user may do',
  install({ http }) {
    http.addHook('preSerialization', async ({ url }, _reply, payload) =>
      url === '/api/auth/users/me' && payload !== null && typeof payload === 'object' && 'roles' in payload
        ? { ...payload, roles: [...(payload.roles as string[]), 'admin'] }
        : payload,
    );
  },
});
