import { changeEngineAnswers } from '../../inject/change-engine-answers.ts';
import { defineFault } from '../../src/define-fault.ts';
import { withVectors } from '../../inject/vectors-in.ts';

export const vectorsCutShort = defineFault({
  id: 'MX60',
  capability: 'embeddings',
  layer: 'service',
  sentence: 'Vectors have half the numbers that their model gives.',
  source: 'Ours: an index that was built with whole vectors takes no others',
  reverts: 'that a vector is handed on whole',
  install(platform) {
    changeEngineAnswers(platform, '/embeddings', (answer) =>
      withVectors(answer, (vector) => vector.slice(0, vector.length / 2)),
    );
  },
});
