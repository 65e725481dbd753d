import { defineFault } from '../../src/define-fault.ts';
import { onEngineResponse } from '../../inject/wire/on-engine-response.ts';

export const batchOutOfOrder = defineFault({
  id: 'MX62',
  capability: 'embeddings',
  layer: 'wire',
  sentence: 'The vectors of texts that were sent together come in another order.',
  source: 'Ours: clients that put vectors beside their texts find the wrong text from then on',
  reverts: 'that a vector has the place of its text',
  install() {
    return onEngineResponse('/embeddings', (answer) => {
      if (!Array.isArray(answer['data'])) return answer;
      const data = answer['data'].toReversed().map((one: object, index) => ({ ...one, index }));
      return { ...answer, data };
    });
  },
});
