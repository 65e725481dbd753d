import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'M22',
  area: 'model-engine',
  sentence: 'A model that does not fit stays pending.',
  source: 'Kamiwaza docs, placement',
  reverts: 'that a model that does not fit fails',
  install({ parts }) {
    const { fail } = parts.serving;
    parts.serving.fail = async (id, failure) => {
      if (failure.code !== 'NoFitError') await fail(id, failure);
    };
  },
};
