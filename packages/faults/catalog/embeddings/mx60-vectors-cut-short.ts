import { defineFault } from '../../src/define-fault.ts';
import { onEngineResponse } from '../../inject/wire/on-engine-response.ts';
import { withVectors } from '../../inject/wire/vectors-in.ts';

export const vectorsCutShort = defineFault({
  id: 'MX60',
  capability: 'embeddings',
  layer: 'wire',
  sentence: 'Vectors have half the numbers that their model gives.',
  source: 'Ours: an index that was built with whole vectors takes no others',
  reverts: 'that a vector is handed on whole',
  install() {
    return onEngineResponse('/embeddings', (answer) =>
      withVectors(answer, (vector) => vector.slice(0, vector.length / 2)),
    );
  },
});
