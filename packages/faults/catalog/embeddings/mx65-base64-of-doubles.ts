import { defineFault } from '../../src/define-fault.ts';
import { onEngineResponse } from '../../inject/wire/on-engine-response.ts';
import { numbersOf, type Told } from '../../inject/wire/vectors-in.ts';

export const base64OfDoubles = defineFault({
  id: 'MX65',
  capability: 'embeddings',
  layer: 'wire',
  sentence: 'A vector in base64 holds numbers of another size than the protocol says.',
  source: 'Ours: clients ask for base64 unprompted, and read 32 bits for each number',
  reverts: 'that base64 holds numbers of 32 bits',
  install() {
    return onEngineResponse('/embeddings', (answer) => {
      if (!Array.isArray(answer['data'])) return answer;
      const data = (answer['data'] as { embedding: Told }[]).map((one) =>
        typeof one.embedding === 'string' ? { ...one, embedding: inDoubles(one.embedding) } : one,
      );
      return { ...answer, data };
    });
  },
});

function inDoubles(told: Told): string {
  return Buffer.from(new Float64Array(numbersOf(told)).buffer).toString('base64');
}
