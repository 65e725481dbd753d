import { defineFault } from '../../src/define-fault.ts';

export const writeScopeReachesNothing = defineFault({
  id: 'A6',
  capability: 'personal-access-tokens',
  layer: 'service',
  sentence: 'A personal access token of write scope is refused wherever a role is required.',
  source: 'ENG-2861, SDK test_write_scope_access.py',
  reverts: 'that write scope stands for the role user',
  install({ services }) {
    const { rolesUnderScope } = services.tokens;
    services.tokens.rolesUnderScope = (roles, scope) =>
      scope === 'write' ? [] : rolesUnderScope(roles, scope);
  },
});
