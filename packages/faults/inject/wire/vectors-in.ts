/** An embedding as an engine tells it: numbers, or their bytes in base64. */
export type Told = readonly number[] | string;

interface Embedding {
  index: number;
  embedding: Told;
}

/** The numbers of an embedding. */
export function numbersOf(told: Told): number[] {
  if (typeof told !== 'string') return [...told];
  return [...new Float32Array(new Uint8Array(Buffer.from(told, 'base64')).buffer)];
}

/** The answer with other vectors in it, each told as it was. */
export function withVectors<T extends Record<string, unknown>>(
  answer: T,
  changed: (vector: number[], index: number) => number[],
): T {
  if (!Array.isArray(answer['data'])) return answer;
  const data = (answer['data'] as Embedding[]).map((one) => {
    const vector = changed(numbersOf(one.embedding), one.index);
    const told = Buffer.from(new Float32Array(vector).buffer).toString('base64');
    return { ...one, embedding: typeof one.embedding === 'string' ? told : vector };
  });
  return { ...answer, data };
}
