import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'AX35',
  area: 'authnz',
  sentence: 'A token works for a day after it has expired.',
  source: 'Ours: a tolerance in the wrong unit',
  reverts: 'that clocks may differ by seconds and not by hours',
  install({ parts }) {
    parts.tokenExpectations = { ...parts.tokenExpectations, leewaySeconds: 86_400 };
  },
};
