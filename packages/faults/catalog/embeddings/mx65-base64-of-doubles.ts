import { changeEngineAnswers } from './change-engine-answers.ts';
import type { Regression } from './regression.ts';
import { numbersOf, type Told } from './vectors-in.ts';

export const regression: Regression = {
  id: 'MX65',
  area: 'model-engine',
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
};

function inDoubles(told: Told): string {
  return Buffer.from(new Float64Array(numbersOf(told)).buffer).toString('base64');
}
