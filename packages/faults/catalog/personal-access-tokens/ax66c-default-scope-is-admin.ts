import { defineFault } from '../../src/define-fault.ts';

export const defaultScopeIsAdmin = defineFault({
  id: 'AX66c',
  capability: 'personal-access-tokens',
  layer: 'service',
  sentence: 'A personal access token made without naming a scope has the highest.',
  source: 'Ours: a default that says more than anyone asked for',
  reverts: 'that the default scope is the one published',
  install({ services }) {
    services.tokens.patRules = { ...services.tokens.patRules, default_scope: 'admin' };
  },
});
