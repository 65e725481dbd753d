import { valueTypes, type GgufValue } from './gguf-value.ts';
import { tensorTypes, type Tensor } from './tensor.ts';

const alignment = 32;

/**
 * A GGUF file, version 3, little-endian: the same bytes whenever the same is written.
 * The layout is that of https://github.com/ggml-org/ggml/blob/master/docs/gguf.md.
 */
export function writeGguf(header: Readonly<Record<string, GgufValue>>, tensors: readonly Tensor[]): Buffer {
  const entries = Object.entries(header);
  const head = [
    Buffer.from('GGUF'),
    uint32(3),
    uint64(tensors.length),
    uint64(entries.length),
    ...entries.flatMap(([key, value]) => [text(key), written(value)]),
    ...tensorTable(tensors),
  ];
  const parts = [padded(Buffer.concat(head)), ...tensors.map(({ data }) => padded(data))];
  return Buffer.concat(parts);
}

function tensorTable(tensors: readonly Tensor[]): Buffer[] {
  let offset = 0;
  return tensors.map(({ name, dimensions, type, data }) => {
    const entry = Buffer.concat([
      text(name),
      uint32(dimensions.length),
      ...dimensions.map(uint64),
      uint32(tensorTypes[type]),
      uint64(offset),
    ]);
    offset += Math.ceil(data.length / alignment) * alignment;
    return entry;
  });
}

function written(given: GgufValue): Buffer {
  switch (given.type) {
    case 'string':
      return Buffer.concat([uint32(valueTypes.string), text(given.value)]);
    case 'bool':
      return Buffer.concat([uint32(valueTypes.bool), Buffer.from([given.value ? 1 : 0])]);
    case 'uint32':
    case 'int32':
    case 'float32':
      return Buffer.concat([uint32(valueTypes[given.type]), number(given.type, given.value)]);
    case 'string[]':
      return array('string', given.value.map(text));
    case 'int32[]':
      return array(
        'int32',
        given.value.map((value) => number('int32', value)),
      );
    case 'float32[]':
      return array(
        'float32',
        given.value.map((value) => number('float32', value)),
      );
  }
}

function array(type: 'string' | 'int32' | 'float32', elements: readonly Buffer[]): Buffer {
  return Buffer.concat([
    uint32(valueTypes.array),
    uint32(valueTypes[type]),
    uint64(elements.length),
    ...elements,
  ]);
}

function number(type: 'uint32' | 'int32' | 'float32', value: number): Buffer {
  const bytes = Buffer.alloc(4);
  if (type === 'uint32') bytes.writeUInt32LE(value);
  else if (type === 'int32') bytes.writeInt32LE(value);
  else bytes.writeFloatLE(value);
  return bytes;
}

function uint32(value: number): Buffer {
  return number('uint32', value);
}

function uint64(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(value));
  return bytes;
}

function text(value: string): Buffer {
  const bytes = Buffer.from(value);
  return Buffer.concat([uint64(bytes.length), bytes]);
}

function padded(data: Uint8Array): Buffer {
  return Buffer.concat([data, Buffer.alloc((alignment - (data.length % alignment)) % alignment)]);
}
