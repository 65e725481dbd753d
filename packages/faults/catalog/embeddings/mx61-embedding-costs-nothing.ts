import { defineFault } from '../../src/define-fault.ts';
import { onEngineResponse } from '../../inject/wire/on-engine-response.ts';

export const embeddingCostsNothing = defineFault({
  id: 'MX61',
  capability: 'embeddings',
  layer: 'wire',
  sentence: 'Embedding is reported to cost nothing.',
  source: 'Ours: people pay by usage',
  reverts: 'that the tokens of all texts are counted',
  install() {
    return onEngineResponse('/embeddings', (answer) => ({
      ...answer,
      usage: { prompt_tokens: 0, total_tokens: 0 },
    }));
  },
});
