import { defineFault } from '../../src/define-fault.ts';

export const estimateTooHigh = defineFault({
  id: 'M23',
  capability: 'estimates',
  layer: 'service',
  sentence: 'The estimate says that a model does not fit, and it is deployed without trouble.',
  source: 'Capability documentation: the estimator agrees with the placement',
  reverts: 'that the estimate is what a deployment takes',
  install({ services }) {
    const { estimate } = services.serving;
    services.serving.estimate = async (asked) => (await estimate(asked)) + services.serving.memoryBudget;
  },
});
