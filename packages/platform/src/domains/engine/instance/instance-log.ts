import { createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';

/** The output of an engine process: the last lines in memory, all of them in a file. */
export interface InstanceLog {
  /** Takes every line of `stream` until it ends. */
  follow(stream: Readable): void;
  write(line: string): void;
  lastLines(count: number): string[];
  /** Resolves when everything is written to the file. */
  close(): Promise<void>;
}

const remembered = 1_000;

/** A log that appends to `file`. */
export function openInstanceLog(file: string): InstanceLog {
  const stream = createWriteStream(file, { flags: 'a', mode: 0o600 });
  // A full disk must not stop the platform: the lines stay in memory.
  stream.on('error', () => undefined);
  const followed: Promise<void>[] = [];
  let lines: string[] = [];
  const write = (line: string) => {
    lines.push(line);
    if (lines.length > 2 * remembered) lines = lines.slice(-remembered);
    if (stream.writable) stream.write(`${line}\n`);
  };
  return {
    follow(source) {
      const reader = createInterface({ input: source, crlfDelay: Infinity });
      reader.on('line', write);
      followed.push(new Promise((resolve) => reader.once('close', resolve)));
    },
    write,
    lastLines: (count) => lines.slice(-count),
    async close() {
      await Promise.all(followed);
      stream.end();
      await finished(stream).catch(() => undefined);
    },
  };
}
