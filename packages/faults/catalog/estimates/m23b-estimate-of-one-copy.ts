import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'M23b',
  area: 'model-engine',
  sentence: 'The estimate counts one copy, however many are asked for: what it says fits has no room.',
  source: 'Capability documentation: the estimator agrees with the placement',
  reverts: 'that the estimate is of all that is asked for',
  install({ parts }) {
    const { estimate } = parts.serving;
    parts.serving.estimate = async (asked) => (await estimate(asked)) / asked.copies;
  },
};
