import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { generateReport } from './generate-report.ts';

const scratch = mkdtempSync(path.join(tmpdir(), 'uat-report-'));
afterAll(() => rmSync(scratch, { recursive: true }));

test('a report that is there already is not made again', async () => {
  const run = mkdtempSync(path.join(scratch, 'run-'));
  const page = path.join(run, 'allure-report', 'index.html');
  mkdirSync(path.dirname(page));
  writeFileSync(page, '');

  expect(await generateReport(run)).toBe(page);
});

test('a run without results is infrastructure', async () => {
  const run = mkdtempSync(path.join(scratch, 'run-'));

  await expect(generateReport(run)).rejects.toThrow(
    expect.objectContaining({
      kind: 'infrastructure',
      message: `${run} contains no test results, so there is nothing to report.`,
    }),
  );
});
