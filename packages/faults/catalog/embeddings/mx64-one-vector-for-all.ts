import { defineFault } from '../../src/define-fault.ts';
import { onEngineResponse } from '../../inject/wire/on-engine-response.ts';
import { withVectors } from '../../inject/wire/vectors-in.ts';

export const oneVectorForAll = defineFault({
  id: 'MX64',
  capability: 'embeddings',
  layer: 'wire',
  sentence: 'All texts have the same vector.',
  source: 'Ours: a wrong pooling takes the vector of a token that all texts share',
  reverts: 'that a vector tells of the whole text',
  install() {
    return onEngineResponse('/embeddings', (answer) =>
      withVectors(answer, (vector) => vector.map(() => 1 / Math.sqrt(vector.length))),
    );
  },
});
