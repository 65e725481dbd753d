import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'AX67',
  area: 'authnz',
  sentence: 'A personal access token of admin scope makes an administrator of whoever made it.',
  source: 'Ours: a scope taken for a role',
  reverts: 'that a scope never gives more than its owner has',
  install({ parts }) {
    const { rolesUnderScope } = parts;
    parts.rolesUnderScope = (roles, scope) => (scope === 'admin' ? ['admin'] : rolesUnderScope(roles, scope));
  },
};
