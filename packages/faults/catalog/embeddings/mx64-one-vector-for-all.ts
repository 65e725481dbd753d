import { changeEngineAnswers } from '../../inject/change-engine-answers.ts';
import { defineFault } from '../../src/define-fault.ts';
import { withVectors } from '../../inject/vectors-in.ts';

export const oneVectorForAll = defineFault({
  id: 'MX64',
  capability: 'embeddings',
  layer: 'service',
  sentence: 'All texts have the same vector.',
  source: 'Ours: a wrong pooling takes the vector of a token that all texts share',
  reverts: 'that a vector tells of the whole text',
  install(platform) {
    changeEngineAnswers(platform, '/embeddings', (answer) =>
      withVectors(answer, (vector) => vector.map(() => 1 / Math.sqrt(vector.length))),
    );
  },
});
