import { PassThrough, type Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { constants, createZstdDecompress, type ZstdDecompress } from 'node:zlib';

/** The largest window that zstd can be told to use (`--ultra --long=31`), as the exponent of two. */
const windowLogMax = 31;

/**
 * The content of a stream that zstd compressed, in any number of frames (RFC 8878, 3.1). Node's decompressor ends with a frame
 * that ends within a chunk, and says nothing of the rest: that goes to the next one.
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

/** What a decompressor does not take of a chunk. */
async function left(frame: ZstdDecompress, chunk: Buffer): Promise<Buffer> {
  const before = frame.bytesWritten;
  await new Promise<void>((resolve, reject) => {
    frame.write(chunk, (error) => (error ? reject(error) : resolve()));
  });
  return chunk.subarray(frame.bytesWritten - before);
}
