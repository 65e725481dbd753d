import { defineFault } from '../../src/define-fault.ts';
import { onEngineResponse } from '../../inject/wire/on-engine-response.ts';
import { withVectors } from '../../inject/wire/vectors-in.ts';

export const vectorsVary = defineFault({
  id: 'MX63',
  capability: 'embeddings',
  layer: 'wire',
  sentence: 'A text has another vector each time.',
  source: 'Ours: a document is not found again by its own words',
  reverts: 'that the same text has the same vector',
  install() {
    let asked = 0;
    return onEngineResponse('/embeddings', (answer) => {
      asked += 1;
      // Never nearly the same twice in a row.
      const shift = (asked * 0.618) % 1;
      return withVectors(answer, ([first = 0, ...rest]) => [first + shift, ...rest]);
    });
  },
});
