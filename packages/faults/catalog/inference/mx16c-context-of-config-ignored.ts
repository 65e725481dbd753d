import { defineFault } from '../../src/define-fault.ts';

export const contextOfConfigIgnored = defineFault({
  id: 'MX16c',
  capability: 'inference',
  layer: 'service',
  sentence: 'A model runs with all the context that it can hold, whatever its config says.',
  source: 'Ours: a smaller context is what the documentation advises when memory runs out',
  reverts: 'that max_model_len of a model config is heeded',
  install({ services: { serving } }) {
    const { instanceOptions } = serving;
    serving.instanceOptions = async (deployment) => ({
      ...(await instanceOptions(deployment)),
      contextLength: 512,
    });
  },
});
