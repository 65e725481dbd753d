import { defineFault } from '../../src/define-fault.ts';

export const shortestLifetimeIgnored = defineFault({
  id: 'AX68',
  capability: 'personal-access-tokens',
  layer: 'service',
  sentence: 'A personal access token may be made that lives a second less than the shortest lifetime.',
  source: 'Ours: an off-by-one at the lower bound',
  reverts: 'that a lifetime below the published bound is refused',
  install({ services }) {
    services.tokens.patRules = {
      ...services.tokens.patRules,
      min_seconds: services.tokens.patRules.min_seconds - 1,
    };
  },
});
