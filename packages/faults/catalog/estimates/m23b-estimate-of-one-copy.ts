import { defineFault } from '../../src/define-fault.ts';

export const estimateOfOneCopy = defineFault({
  id: 'M23b',
  capability: 'estimates',
  layer: 'service',
  sentence: 'The estimate counts one copy, however many are requested, and approves what does not fit.',
  source: 'Capability documentation: the estimator agrees with the placement',
  reverts: 'that the estimate is of all that is asked for',
  install({ services }) {
    const { estimate } = services.serving;
    services.serving.estimate = async (asked) => (await estimate(asked)) / asked.copies;
  },
});
