import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'A6',
  area: 'authnz',
  sentence: 'A personal access token of write scope is refused wherever a role is asked for.',
  source: 'ENG-2861, SDK test_write_scope_access.py',
  reverts: 'that write scope stands for the role user',
  install({ parts }) {
    const { rolesUnderScope } = parts;
    parts.rolesUnderScope = (roles, scope) => (scope === 'write' ? [] : rolesUnderScope(roles, scope));
  },
};
