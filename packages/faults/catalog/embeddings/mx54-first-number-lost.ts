import { changeEngineAnswers } from './change-engine-answers.ts';
import type { Regression } from './regression.ts';
import { withVectors } from './vectors-in.ts';

export const regression: Regression = {
  id: 'MX54',
  area: 'model-engine',
  sentence: 'The first number of a vector is lost.',
  source: 'Ours: searches that compare by products prefer some texts to all others',
  reverts: 'that vectors have the length 1',
  install(platform) {
    changeEngineAnswers(platform, '/embeddings', (answer) =>
      withVectors(answer, (vector) => vector.map((number, place) => (place === 0 ? 0 : number))),
    );
  },
};
