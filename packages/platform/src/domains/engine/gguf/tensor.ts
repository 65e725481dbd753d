/** A matrix of weights; `dimensions` count the innermost first, as ggml has them. */
export interface Tensor {
  name: string;
  dimensions: readonly number[];
  /** `q8_0` keeps 32 weights in 34 bytes. */
  type: 'f32' | 'q8_0';
  data: Uint8Array;
}

/** Numbers of the types in the file, after ggml.h. */
export const tensorTypes = { f32: 0, q8_0: 8 } as const;

/** A tensor of the given weights. */
export function weights(name: string, dimensions: readonly number[], values: Float32Array): Tensor {
  const data = new Uint8Array(values.length * 4);
  const view = new DataView(data.buffer);
  values.forEach((value, index) => view.setFloat32(index * 4, value, true));
  return { name, dimensions, type: 'f32', data };
}

/** A tensor of which every weight is 0, packed; the innermost dimension has to be a multiple of 32. */
export function zeros(name: string, dimensions: readonly number[]): Tensor {
  const count = dimensions.reduce((product, dimension) => product * dimension, 1);
  return { name, dimensions, type: 'q8_0', data: new Uint8Array((count / 32) * 34) };
}
