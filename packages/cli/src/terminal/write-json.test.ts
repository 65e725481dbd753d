import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { writeJson } from './write-json.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'uat-json-'));
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => vi.restoreAllMocks());

test('a file gets the data and nothing of what it held', () => {
  const file = path.join(folder, 'tests.json');
  writeFileSync(file, 'x'.repeat(1_000));

  writeJson(file, { tests: ['a'] });

  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ tests: ['a'] });
});

test('- is standard output, and nothing else is printed there', () => {
  const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true);

  writeJson('-', { tests: ['a'] });
  const printed = write.mock.calls.map(([text]) => String(text)).join('');

  expect(printed.endsWith('\n')).toBe(true);
  expect(JSON.parse(printed)).toEqual({ tests: ['a'] });
});

test('a file that cannot be written is infrastructure', () => {
  const file = path.join(folder, 'missing', 'tests.json');

  expect(() => writeJson(file, {})).toThrow(
    expect.objectContaining({
      kind: 'infrastructure',
      message: expect.stringContaining(`${file} cannot be written: ENOENT`),
    }),
  );
});
