import { defineFault } from '../../src/define-fault.ts';

export const defaultLifetimeIsTheLongest = defineFault({
  id: 'AX68d',
  capability: 'personal-access-tokens',
  layer: 'service',
  sentence: 'A personal access token made without naming a lifetime lives as long as any may.',
  source: 'Ours: a default that is never read',
  reverts: 'that the default lifetime is the one published',
  install({ services }) {
    services.tokens.patRules = {
      ...services.tokens.patRules,
      default_seconds: services.tokens.patRules.max_seconds,
    };
  },
});
