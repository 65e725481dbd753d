import { changeEngineAnswers } from './change-engine-answers.ts';
import type { Regression } from './regression.ts';
import { withVectors } from './vectors-in.ts';

export const regression: Regression = {
  id: 'MX60',
  area: 'model-engine',
  sentence: 'Vectors have half the numbers that their model gives.',
  source: 'Ours: an index that was built with whole vectors takes no others',
  reverts: 'that a vector is handed on whole',
  install(platform) {
    changeEngineAnswers(platform, '/embeddings', (answer) =>
      withVectors(answer, (vector) => vector.slice(0, vector.length / 2)),
    );
  },
};
