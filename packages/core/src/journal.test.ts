import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { journal } from './journal.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'uat-journal-'));
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;
const newFile = () => path.join(folder, `${(files += 1)}.ndjson`);
const entrySchema = z.strictObject({ text: z.string() });
const open = (file: string) => journal(file, entrySchema);

describe('a journal', () => {
  test('that does not exist is empty, and reading makes no file', () => {
    const file = newFile();

    expect(open(file).read()).toEqual({ entries: [], damaged: [], torn: false });
    expect(() => statSync(file)).toThrow('ENOENT');
  });

  test('gives back what was written, in order, and belongs to its owner', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.record({ text: fc.string({ unit: 'grapheme' }) }))), (writes) => {
        const file = newFile();
        for (const entries of writes) open(file).append(...entries);

        expect(open(file).read()).toEqual({ entries: writes.flat(), damaged: [], torn: false });
      }),
      { numRuns: 50 },
    );
    const file = newFile();
    open(file).append({ text: 'a' });
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  test('leaves out a last line that was cut off, wherever that was', () => {
    const file = newFile();
    open(file).append({ text: 'whole' }, { text: 'cut off' });
    const whole = readFileSync(file).length;

    for (let size = whole - 1; size > whole - '{"text":"cut off"}\n'.length; size -= 1) {
      truncateSync(file, size);
      expect(open(file).read()).toEqual({ entries: [{ text: 'whole' }], damaged: [], torn: true });
    }
  });

  test('goes on behind a line that was cut off: that line is lost, and no other', () => {
    const file = newFile();
    open(file).append({ text: 'whole' });
    appendFileSync(file, '{"text":"cut');
    const again = open(file);
    again.append({ text: 'next' });
    again.append({ text: 'last' });

    const texts = ['whole', 'next', 'last'].map((text) => ({ text }));
    expect(again.read()).toEqual({ entries: texts, damaged: [2], torn: false });
  });

  test.each(['{"text":5}', '{"text":"a","more":1}', 'nonsense', '', 'null'])(
    'reports a whole line that is no entry: %j',
    (line) => {
      const file = newFile();
      open(file).append({ text: 'a' });
      appendFileSync(file, `${line}\n`);
      open(file).append({ text: 'b' });

      expect(open(file).read()).toEqual({
        entries: [{ text: 'a' }, { text: 'b' }],
        damaged: [2],
        torn: false,
      });
    },
  );
});
