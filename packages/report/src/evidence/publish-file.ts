import { createReadStream, createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Redaction } from '@uat/core';

/** A file that cannot be published; the message is the reason, to follow "left out: ". */
export class Unpublishable extends Error {}

/**
 * Copies a file in chunks: UTF-8 text redacted, anything else byte for byte. Playwright's `trace.zip` is copied as it
 * is.
 * @throws Unpublishable when the file cannot be read, or is not text and contains a secret; nothing of it is then at
 * the target. Node's own error when the target cannot be written.
 */
export async function publishFile(source: string, target: string, redaction: Redaction): Promise<void> {
  try {
    if (path.basename(source) === 'trace.zip') await pipeline(bytesOf(source), createWriteStream(target));
    else if (!(await isCopiedAsText(source, target, (bytes) => cleanText(bytes, redaction))))
      await pipeline(
        bytesOf(source),
        (bytes) => secretFreeBytes(bytes, redaction),
        createWriteStream(target),
      );
  } catch (error) {
    await rm(target, { force: true });
    throw error;
  }
}

async function isCopiedAsText(
  source: string,
  target: string,
  clean: (bytes: AsyncIterable<Uint8Array>) => AsyncIterable<string>,
): Promise<boolean> {
  try {
    await pipeline(bytesOf(source), clean, createWriteStream(target));
    return true;
  } catch (error) {
    if (error instanceof NotText) return false;
    throw error;
  }
}

async function* bytesOf(source: string): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(source, { highWaterMark: 1_048_576 }) as AsyncIterable<Uint8Array>;
  } catch (error) {
    throw new Unpublishable(`it cannot be read (${codeOf(error)})`, { cause: error });
  }
}

/** Node's code of an error: `EACCES`. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}

class NotText extends Error {}

async function* cleanText(bytes: AsyncIterable<Uint8Array>, redaction: Redaction): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const clean = redaction.stream();
  const decoded = (piece?: Uint8Array) => {
    try {
      return decoder.decode(piece, { stream: piece !== undefined });
    } catch (error) {
      throw new NotText('not UTF-8', { cause: error });
    }
  };
  for await (const piece of bytes) yield clean.push(decoded(piece));
  yield clean.push(decoded()) + clean.end();
}

async function* secretFreeBytes(
  bytes: AsyncIterable<Uint8Array>,
  redaction: Redaction,
): AsyncGenerator<Uint8Array> {
  const search = redaction.search();
  for await (const piece of bytes) {
    if (search.push(piece))
      throw new Unpublishable('it contains a secret, and is not UTF-8 text from which that could be removed');
    yield piece;
  }
}
