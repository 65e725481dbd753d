import { PassThrough } from 'node:stream';
import type { HistoryResult } from '@uat/history';
import { describe, expect, test } from 'vitest';
import { testHistoryLines } from './test-history-lines.ts';

const id = 'authnz/tokens#a-revoked-token-ends';
const outcomes = { '✓': 'passed', '✗': 'failed', '~': 'flaky', '·': 'notRun' } as const;

/** Results of one run per sign, a day apart. */
function results(strip: string, change: Partial<HistoryResult> = {}): HistoryResult[] {
  return strip.split('').map((sign, day) => ({
    ...{ test: id, title: 'a revoked token ends', runId: `run-${day}`, lane: 'cd', target: 'embedded' },
    startedAt: new Date(Date.UTC(2026, 10, 1 + day, 18, 31)).toISOString(),
    ...{ commit: '83e2d5b', version: '1.2.0', attempts: 1, seconds: 2.1 },
    outcome: outcomes[sign as keyof typeof outcomes],
    ...(sign === '✗' ? { fingerprint: 'beef', detail: 'got 200' } : {}),
    ...change,
  }));
}
const lines = (...all: HistoryResult[][]) =>
  testHistoryLines({ id, title: 'a revoked token ends', results: all.flat() }, new PassThrough()).split('\n');
const stripOf = (strip: string) => lines(results(strip))[3];

describe('the history of a test', () => {
  test('is a strip per lane and product, above its newest results', () => {
    const shown = lines(results('✓✗', { lane: 'nightly', test: `${id}@acme-deb` }), results('✓~✗✓✓·'));

    expect(shown).toEqual([
      '',
      `  a revoked token ends  ${id}`,
      '',
      '  cd                 ✓~✗✓✓·  green since 2026-11-04 (1.2.0), 2 runs',
      '  nightly @acme-deb  ✓✗      first failure in 2 runs',
      '',
      '  oldest → newest: ✗ failed  ~ passed on retry  ✓ passed  · no result',
      '',
      '  2026-11-06 18:31  ·  cd                 1.2.0  83e2d5b  2.1 s  run-5',
      '  2026-11-05 18:31  ✓  cd                 1.2.0  83e2d5b  2.1 s  run-4',
      '  2026-11-04 18:31  ✓  cd                 1.2.0  83e2d5b  2.1 s  run-3',
      '  2026-11-03 18:31  ✗  cd                 1.2.0  83e2d5b  2.1 s  run-2  beef  got 200',
      '  2026-11-02 18:31  ~  cd                 1.2.0  83e2d5b  2.1 s  run-1',
      '  2026-11-01 18:31  ✓  cd                 1.2.0  83e2d5b  2.1 s  run-0',
      '  2026-11-02 18:31  ✗  nightly @acme-deb  1.2.0  83e2d5b  2.1 s  run-1  beef  got 200',
      '  2026-11-01 18:31  ✓  nightly @acme-deb  1.2.0  83e2d5b  2.1 s  run-0',
      '',
    ]);
  });

  test.each([
    { strip: '✓', says: 'green in its only run' },
    { strip: '✓~·✓', says: 'green in all 3 runs' },
    { strip: '✗✗', says: 'red in all 2 runs' },
    { strip: '··', says: 'no result in 2 runs' },
    { strip: '✓✓✓✗', says: 'first failure in 4 runs' },
    { strip: '✓✗✓✗·', says: 'red since 2026-11-04 (1.2.0), 1 run' },
    { strip: '✓✗✗', says: 'red since 2026-11-02 (1.2.0), 2 runs' },
    { strip: '✗✗✓', says: 'green since 2026-11-03 (1.2.0), 1 run' },
  ])('$strip is $says', ({ strip, says }) => {
    expect(stripOf(strip)).toBe(`  cd  ${strip}  ${says}`);
  });

  test('has one sign per run: the worst of its repetitions', () => {
    const shown = lines(results('✓✓'), results('✗~', { test: `${id}~2` }));

    expect(shown[3]).toContain('  ✗~  ');
  });

  test('shows the newest runs that fit', () => {
    expect(stripOf(`✗${'✓'.repeat(300)}`)).toMatch(/^ {2}cd {2}✓{68} {2}green since 2026-11-02/);
  });

  test('lets no text act on the terminal', () => {
    const shown = lines(results('✗', { detail: '\u001B[2Jgone', lane: 'c\u001Bd', version: '1\n2' })).join(
      '\n',
    );

    expect(shown).not.toContain('\u001B');
    expect(shown).toContain(String.raw`\u001b[2Jgone`);
  });
});
