import { defineFault } from '../../src/define-fault.ts';
import { onEngineResponse } from '../../inject/wire/on-engine-response.ts';
import { withVectors } from '../../inject/wire/vectors-in.ts';

export const firstNumberLost = defineFault({
  id: 'MX54',
  capability: 'embeddings',
  layer: 'wire',
  sentence: 'The first number of a vector is lost.',
  source: 'Ours: searches that compare by products prefer some texts to all others',
  reverts: 'that vectors have the length 1',
  install() {
    return onEngineResponse('/embeddings', (answer) =>
      withVectors(answer, (vector) => vector.map((number, place) => (place === 0 ? 0 : number))),
    );
  },
});
