import { defineFault } from '../../src/define-fault.ts';

export const noFitStaysPending = defineFault({
  id: 'M22',
  capability: 'deployment-failures',
  layer: 'service',
  sentence: 'A model that does not fit stays pending.',
  source: 'Kamiwaza docs, placement',
  reverts: 'that a model that does not fit fails',
  install({ services }) {
    const { fail } = services.serving;
    services.serving.fail = async (id, failure) => {
      if (failure.code !== 'NoFitError') await fail(id, failure);
    };
  },
});
