import { closeSync, existsSync, fstatSync, openSync, readFileSync, readSync, writeSync } from 'node:fs';
import type { z } from 'zod';
import { jsonText } from './json-text.ts';

/** The content of a journal. */
export interface JournalContent<Entry> {
  /** In the order in which they were written. */
  entries: Entry[];
  /** Numbers (from 1) of whole lines that are no entry: what they said is lost. */
  damaged: number[];
  /** Whether the last line has no end: a crash cut it off while it was written, so it never counted. */
  torn: boolean;
}

/** An append-only file of JSON lines, each of one schema. */
export interface Journal<Entry> {
  file: string;
  /** Adds entries in one write; synchronous, so that they are in the file before anything else can go wrong. */
  append(...entries: Entry[]): void;
  /** Reads the file; a file that does not exist is an empty journal. */
  read(): JournalContent<Entry>;
}

/**
 * Opens an append-only file, readable by its owner only. The one policy for damage in all our journals: a last line
 * without an end is left out, a whole line that does not fit the schema is reported by its number, and nothing that
 * stands in the file is ever rewritten.
 */
export function journal<Schema extends z.ZodType>(file: string, schema: Schema): Journal<z.output<Schema>> {
  let startsOnNewLine = false;
  return {
    file,
    append(...entries) {
      const text = entries.map((entry) => `${jsonText(entry)}\n`).join('');
      const descriptor = openSync(file, 'a+', 0o600);
      try {
        // Behind a line that a crash cut off the next entry would be lost with it.
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
  };
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
  try {
    return schema.safeParse(JSON.parse(line));
  } catch {
    return schema.safeParse(undefined);
  }
}
