import { readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { temporaryFolder } from '@uat/testing';
import { expect, test } from 'vitest';
import { writeSummary } from './write-summary.ts';

test('a summary is appended, shortened to what GitHub shows', () => {
  const file = path.join(temporaryFolder(), 'summary');
  writeFileSync(file, 'before\n');
  const env = { GITHUB_STEP_SUMMARY: file };

  writeSummary('## UAT: pass', env);
  expect(readFileSync(file, 'utf8')).toBe('before\n## UAT: pass\n');
  writeSummary('a line of a long summary, with ümläuts\n'.repeat(50_000), env);
  expect(statSync(file).size).toBeLessThan(1024 * 1024);
  expect(readFileSync(file, 'utf8')).toMatch(/\n_The rest is in the report\._\n\n$/);
});

test('outside a workflow nothing is written', () => {
  expect(() => writeSummary('## UAT: pass', {})).not.toThrow();
});
