import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { zstdCompressSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { zstdFrames } from './zstd-frames.ts';

const skippable = Buffer.from([0x50, 0x2a, 0x4d, 0x18, 4, 0, 0, 0, 1, 2, 3, 4]);
const inChunks = (bytes: Buffer, size: number) =>
  Readable.from(
    Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
      bytes.subarray(index * size, (index + 1) * size),
    ),
  );
const read = (bytes: Buffer, size = 65_536) => buffer(zstdFrames(inChunks(bytes, size)));

test('the content of all frames is read, wherever they end', async () => {
  const part = fc.uint8Array({ minLength: 1, maxLength: 3000 });
  await fc.assert(
    fc.asyncProperty(
      fc.array(part, { minLength: 1, maxLength: 5 }),
      fc.integer({ min: 1, max: 5000 }),
      async (parts, size) => {
        const frames = parts.flatMap((one) => [skippable, zstdCompressSync(one)]);

        expect((await read(Buffer.concat(frames), size)).equals(Buffer.concat(parts))).toBe(true);
      },
    ),
    { numRuns: 30 },
  );
});

describe('a stream breaks', () => {
  const frame = zstdCompressSync(Buffer.from('a row\n'.repeat(9999)));

  test.each([
    {
      what: 'that is truncated in its second frame',
      bytes: Buffer.concat([frame, frame.subarray(0, -9)]),
      says: 'unexpected end of file',
    },
    {
      what: 'with other data after a frame',
      bytes: Buffer.concat([frame, Buffer.from('something')]),
      says: 'frame descriptor',
    },
    { what: 'that is not zstd', bytes: Buffer.from('no archive at all'), says: 'frame descriptor' },
  ])('$what', async ({ bytes, says }) => {
    await expect(read(bytes)).rejects.toThrow(says);
  });

  test('whose source broke', async () => {
    const source = Readable.from(
      (async function* () {
        yield frame.subarray(0, 9);
        throw new Error('the file was lost');
      })(),
    );

    await expect(buffer(zstdFrames(source))).rejects.toThrow('the file was lost');
  });
});
