import { changeEngineAnswers } from '../../inject/change-engine-answers.ts';
import { defineFault } from '../../src/define-fault.ts';
import { withVectors } from '../../inject/vectors-in.ts';

export const vectorsVary = defineFault({
  id: 'MX63',
  capability: 'embeddings',
  layer: 'service',
  sentence: 'A text has another vector each time.',
  source: 'Ours: a document is not found again by its own words',
  reverts: 'that the same text has the same vector',
  install(platform) {
    let asked = 0;
    changeEngineAnswers(platform, '/embeddings', (answer) => {
      asked += 1;
      // Never nearly the same twice in a row.
      const shift = (asked * 0.618) % 1;
      return withVectors(answer, ([first = 0, ...rest]) => [first + shift, ...rest]);
    });
  },
});
