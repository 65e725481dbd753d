/** A value of a GGUF header, with the type it is written as. */
export type GgufValue =
  | { type: 'uint32' | 'int32' | 'float32'; value: number }
  | { type: 'bool'; value: boolean }
  | { type: 'string'; value: string }
  | { type: 'float32[]' | 'int32[]'; value: readonly number[] }
  | { type: 'string[]'; value: readonly string[] };

/** Numbers of the types in the file, after ggml's gguf.h. */
export const valueTypes = {
  uint32: 4,
  int32: 5,
  float32: 6,
  bool: 7,
  string: 8,
  array: 9,
} as const;
