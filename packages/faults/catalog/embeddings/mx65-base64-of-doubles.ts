import { changeEngineAnswers } from '../../inject/change-engine-answers.ts';
import { defineFault } from '../../src/define-fault.ts';
import { numbersOf, type Told } from '../../inject/vectors-in.ts';

export const base64OfDoubles = defineFault({
  id: 'MX65',
  capability: 'embeddings',
  layer: 'service',
  sentence: 'A vector in base64 holds numbers of another size than the protocol says.',
  source: 'Ours: clients ask for base64 without being told, and read 32 bits for each number',
  reverts: 'that base64 holds numbers of 32 bits',
  install(platform) {
    changeEngineAnswers(platform, '/embeddings', (answer) => {
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
