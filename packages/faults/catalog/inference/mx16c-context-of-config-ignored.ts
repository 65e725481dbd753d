import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'MX16c',
  area: 'model-engine',
  sentence: 'A model is run with all the context that it can hold, whatever its config says.',
  source: 'Ours: a smaller context is what the documentation advises when memory runs out',
  reverts: 'that max_model_len of a model config is heeded',
  install({ parts: { serving } }) {
    const { instanceOptions } = serving;
    serving.instanceOptions = async (deployment) => ({
      ...(await instanceOptions(deployment)),
      contextLength: 512,
    });
  },
};
