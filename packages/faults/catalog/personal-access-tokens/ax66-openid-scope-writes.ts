import { defineFault } from '../../src/define-fault.ts';

export const openidScopeWrites = defineFault({
  id: 'AX66',
  capability: 'personal-access-tokens',
  layer: 'service',
  sentence: 'A personal access token of openid scope acts as a user, and not only reads.',
  source: 'Ours: the lowest scope is the one that people hand out freely',
  reverts: 'that openid scope stands for the role viewer',
  install({ services }) {
    const { rolesUnderScope } = services.tokens;
    services.tokens.rolesUnderScope = (roles, scope) =>
      rolesUnderScope(roles, scope === 'openid' ? 'write' : scope);
  },
});
