import { changeEngineAnswers } from './change-engine-answers.ts';
import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'MX61',
  area: 'model-engine',
  sentence: 'Embedding is told to cost nothing.',
  source: 'Ours: people pay by usage',
  reverts: 'that the tokens of all texts are counted',
  install(platform) {
    changeEngineAnswers(platform, '/embeddings', (answer) => ({
      ...answer,
      usage: { prompt_tokens: 0, total_tokens: 0 },
    }));
  },
};
