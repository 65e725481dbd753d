import { PassThrough, type Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { constants, createZstdDecompress, type ZstdDecompress } from 'node:zlib';

/** The largest window that zstd can use (`--ultra --long=31`), as the exponent of two. */
const windowLogMax = 31;

/**
 * Decompresses zstd with any number of frames (RFC 8878, 3.1). Node's decompressor stops silently at a frame that ends
 * within a chunk, so the rest of the chunk goes to a new decompressor.
 */
export function zstdFrames(source: Readable): Readable {
  const content = new PassThrough();
  write(source, content).catch((error: unknown) => content.destroy(error as Error));
  return content;
}

async function write(source: AsyncIterable<Buffer>, content: PassThrough): Promise<void> {
  let frame = nextFrame(content);
  for await (const chunk of source) {
    let rest = await left(frame, chunk);
    while (rest.length > 0) {
      await finished(frame, { writable: false });
      frame = nextFrame(content);
      rest = await left(frame, rest);
    }
  }
  frame.end();
  await finished(frame);
  content.end();
}

function nextFrame(content: PassThrough): ZstdDecompress {
  const frame = createZstdDecompress({ params: { [constants.ZSTD_d_windowLogMax]: windowLogMax } });
  frame.on('error', (error) => content.destroy(error)).pipe(content, { end: false });
  return frame;
}

/** The part of a chunk that a decompressor did not consume. */
async function left(frame: ZstdDecompress, chunk: Buffer): Promise<Buffer> {
  const before = frame.bytesWritten;
  await new Promise<void>((resolve, reject) => {
    frame.write(chunk, (error) => (error ? reject(error) : resolve()));
  });
  return chunk.subarray(frame.bytesWritten - before);
}
