import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'AX66',
  area: 'authnz',
  sentence: 'A personal access token of openid scope acts as a user, and not only reads.',
  source: 'Ours: the lowest scope is the one that people hand out freely',
  reverts: 'that openid scope stands for the role viewer',
  install({ parts }) {
    const { rolesUnderScope } = parts;
    parts.rolesUnderScope = (roles, scope) => rolesUnderScope(roles, scope === 'openid' ? 'write' : scope);
  },
};
