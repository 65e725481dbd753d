import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'M23',
  area: 'model-engine',
  sentence: 'The estimate says of a model that it does not fit, and it is deployed without trouble.',
  source: 'Capability documentation: the estimator agrees with the placement',
  reverts: 'that the estimate is what a deployment takes',
  install({ parts }) {
    const { estimate } = parts.serving;
    parts.serving.estimate = async (asked) => (await estimate(asked)) + parts.serving.memoryBudget;
  },
};
