import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'A6b',
  area: 'authnz',
  sentence: 'A personal access token of write scope reaches the cluster when an administrator made it.',
  source: 'ENG-2861: the split of write and admin scope, undone',
  reverts: 'that write scope leaves out what only administrators may do',
  install({ parts }) {
    const { rolesUnderScope } = parts;
    parts.rolesUnderScope = (roles, scope) =>
      scope === 'write' ? [...roles] : rolesUnderScope(roles, scope);
  },
};
