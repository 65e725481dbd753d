import { defineFault } from '../../src/define-fault.ts';

export const expiredTokenWorksForADay = defineFault({
  id: 'AX35',
  capability: 'tokens',
  layer: 'service',
  sentence: 'A token works for a day after it has expired.',
  source: 'Ours: a tolerance in the wrong unit',
  reverts: 'that clocks may differ by seconds and not by hours',
  install({ services }) {
    services.tokens.expectations = { ...services.tokens.expectations, leewaySeconds: 86_400 };
  },
});
