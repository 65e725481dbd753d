import { defineFault } from '../../src/define-fault.ts';

export const longestLifetimeIgnored = defineFault({
  id: 'AX68b',
  capability: 'personal-access-tokens',
  layer: 'service',
  sentence: 'A personal access token may be made that outlives the longest lifetime.',
  source: 'Ours: a bound that is published and not enforced',
  reverts: 'that a lifetime above the published bound is refused',
  install({ services }) {
    services.tokens.patRules = { ...services.tokens.patRules, max_seconds: Number.MAX_SAFE_INTEGER };
  },
});
