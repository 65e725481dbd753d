import { changeEngineAnswers } from './change-engine-answers.ts';
import type { Regression } from './regression.ts';
import { withVectors } from './vectors-in.ts';

export const regression: Regression = {
  id: 'MX64',
  area: 'model-engine',
  sentence: 'All texts have the same vector.',
  source: 'Ours: a wrong pooling takes the vector of a token that all texts share',
  reverts: 'that a vector tells of the whole text',
  install(platform) {
    changeEngineAnswers(platform, '/embeddings', (answer) =>
      withVectors(answer, (vector) => vector.map(() => 1 / Math.sqrt(vector.length))),
    );
  },
};
