import { closeSync, existsSync, fstatSync, openSync, readFileSync, readSync, writeSync } from 'node:fs';
import type { z } from 'zod';
import { jsonIn } from './json-in.ts';
import { jsonText } from './json-text.ts';

/** The content of a journal. */
export interface JournalContent<Entry> {
  /** In the order in which they were written. */
  entries: Entry[];
  /** Numbers (from 1) of complete lines that are not an entry: their content is lost. */
  damaged: number[];
  /** Whether the last line is incomplete: a crash interrupted the write, so it does not count. */
  torn: boolean;
}

/** An append-only file of JSON lines, each of one schema. */
export interface Journal<Entry> {
  file: string;
  /** Appends entries in one write; synchronous, so that they are in the file before anything else can fail. */
  append(...entries: Entry[]): void;
  /** Reads the file; a file that does not exist is an empty journal. */
  read(): JournalContent<Entry>;
  /** Passes on each entry, from the first, soon after any process has written it; until disposed. */
  follow(each: (entry: Entry) => void): Follower;
}

/** Disposing passes on the entries written until then, and ends. */
export type Follower = Disposable;

/** Interval at which a follower reads the journal, in milliseconds. */
const lookEveryMs = 50;

/**
 * Opens an append-only file, readable by its owner only. All journals treat damage the same way: an incomplete last
 * line is dropped, a complete line that does not fit the schema is reported by its number, and the file is never
 * rewritten.
 */
export function journal<Schema extends z.ZodType>(file: string, schema: Schema): Journal<z.output<Schema>> {
  let startsOnNewLine = false;
  return {
    file,
    append(...entries) {
      const text = entries.map((entry) => `${jsonText(entry)}\n`).join('');
      const descriptor = openSync(file, 'a+', 0o600);
      try {
        // Appended to an incomplete line, the next entry would be lost with it.
        const separator = startsOnNewLine || endsWithNewLine(descriptor) ? '' : '\n';
        writeSync(descriptor, `${separator}${text}`);
        startsOnNewLine = true;
      } finally {
        closeSync(descriptor);
      }
    },
    read() {
      if (!existsSync(file)) return { entries: [], damaged: [], torn: false };
      const lines = readFileSync(file, 'utf8').split('\n');
      const torn = lines.pop() !== '';
      const parsed = lines.map((line) => entryIn(line, schema));
      return {
        entries: parsed.flatMap((one) => (one.success ? [one.data] : [])),
        damaged: parsed.flatMap((one, index) => (one.success ? [] : [index + 1])),
        torn,
      };
    },
    follow(each) {
      let offset = 0;
      let rest = Buffer.alloc(0);
      const look = () => {
        const added = bytesFrom(file, offset);
        offset += added.length;
        const bytes = Buffer.concat([rest, added]);
        const whole = bytes.subarray(0, bytes.lastIndexOf('\n') + 1);
        rest = bytes.subarray(whole.length);
        for (const line of whole.toString('utf8').split('\n').slice(0, -1)) {
          const entry = entryIn(line, schema);
          if (entry.success) each(entry.data);
        }
      };
      const timer = setInterval(look, lookEveryMs);
      return {
        [Symbol.dispose]() {
          clearInterval(timer);
          look();
        },
      };
    },
  };
}

/** The bytes of a file from an offset; empty while the file does not exist. */
function bytesFrom(file: string, offset: number): Buffer {
  if (!existsSync(file)) return Buffer.alloc(0);
  const descriptor = openSync(file, 'r');
  try {
    const added = Buffer.alloc(Math.max(0, fstatSync(descriptor).size - offset));
    return added.subarray(0, readSync(descriptor, added, 0, added.length, offset));
  } finally {
    closeSync(descriptor);
  }
}

function endsWithNewLine(descriptor: number): boolean {
  const { size } = fstatSync(descriptor);
  if (size === 0) return true;
  const last = Buffer.alloc(1);
  readSync(descriptor, last, 0, 1, size - 1);
  return last.toString() === '\n';
}

function entryIn<Schema extends z.ZodType>(
  line: string,
  schema: Schema,
): z.ZodSafeParseResult<z.output<Schema>> {
  return schema.safeParse(jsonIn(line));
}
