import { defineFault } from '../../src/define-fault.ts';

export const writeScopeAdministers = defineFault({
  id: 'A6b',
  capability: 'personal-access-tokens',
  layer: 'service',
  sentence: 'A personal access token of write scope reaches the cluster when an administrator made it.',
  source: 'ENG-2861: the split of write and admin scope, undone',
  reverts: 'that write scope leaves out what only administrators may do',
  install({ services }) {
    const { rolesUnderScope } = services.tokens;
    services.tokens.rolesUnderScope = (roles, scope) =>
      scope === 'write' ? [...roles] : rolesUnderScope(roles, scope);
  },
});
