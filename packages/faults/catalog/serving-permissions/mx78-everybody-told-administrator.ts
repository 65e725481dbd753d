import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'MX78',
  area: 'model-engine',
  sentence: 'A viewer is offered what only administrators may do.',
  source: 'Ours: buttons that lead to a refusal',
  reverts: 'that the console knows what a user may do',
  install({ app }) {
    app.addHook('preSerialization', async ({ url }, _reply, payload) =>
      url === '/api/auth/users/me' && payload !== null && typeof payload === 'object' && 'roles' in payload
        ? { ...payload, roles: [...(payload.roles as string[]), 'admin'] }
        : payload,
    );
  },
};
