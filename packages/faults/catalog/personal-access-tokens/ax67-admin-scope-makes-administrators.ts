import { defineFault } from '../../src/define-fault.ts';

export const adminScopeMakesAdministrators = defineFault({
  id: 'AX67',
  capability: 'personal-access-tokens',
  layer: 'service',
  sentence: 'A personal access token of admin scope makes its owner an administrator.',
  source: 'Ours: a scope taken for a role',
  reverts: 'that a scope never gives more than its owner has',
  install({ services }) {
    const { rolesUnderScope } = services.tokens;
    services.tokens.rolesUnderScope = (roles, scope) =>
      scope === 'admin' ? ['admin'] : rolesUnderScope(roles, scope);
  },
});
