import { changeEngineAnswers } from '../../inject/change-engine-answers.ts';
import { defineFault } from '../../src/define-fault.ts';

export const embeddingCostsNothing = defineFault({
  id: 'MX61',
  capability: 'embeddings',
  layer: 'service',
  sentence: 'Embedding is told to cost nothing.',
  source: 'Ours: people pay by usage',
  reverts: 'that the tokens of all texts are counted',
  install(platform) {
    changeEngineAnswers(platform, '/embeddings', (answer) => ({
      ...answer,
      usage: { prompt_tokens: 0, total_tokens: 0 },
    }));
  },
});
