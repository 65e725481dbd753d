import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { writeFileAtomic } from './write-file-atomic.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'uat-atomic-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('a file is replaced, with its permissions and without a draft beside it', () => {
  const file = path.join(folder, 'session.json');
  writeFileAtomic(file, 'old', 0o600);
  writeFileAtomic(file, 'new', 0o600);

  expect(readFileSync(file, 'utf8')).toBe('new');
  expect((statSync(file).mode & 0o777).toString(8)).toBe('600');
  expect(readdirSync(folder)).toEqual(['session.json']);
});
