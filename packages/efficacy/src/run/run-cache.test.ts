import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { FaultRun, RunOutcome } from '../plan/fault-run.ts';
import type { VerdictKind } from '@uat/record';
import { answered, failed, passed, plan, planned, verdictOn } from '@uat/record/testing';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { runCache } from './run-cache.ts';

const scratch = mkdtempSync(path.join(tmpdir(), 'uat-kept-'));
const file = path.join(scratch, 'deep', 'runs.ndjson');
const runSuites = (fault: string): FaultRun => ({
  fault,
  tests: undefined,
  retries: 1,
  workers: 1,
  stopWhenCaught: false,
});
const id = 'authnz/tokens#a';
const observed = (kind: VerdictKind, { notRun = 0, caught = '' } = {}): RunOutcome => {
  const red = [plan(planned(id, { catches: [caught] })), failed(id), answered(id, 'up')];
  const verdict = verdictOn(caught === '' ? [plan(planned(id)), passed(id)] : red);
  return {
    verdict: { ...verdict, kind, counts: { ...verdict.counts, notRun } },
    ran: [{ id: 'first', seconds: 1 }],
  };
};
const outcome = observed('regression');

beforeEach(() => rmSync(file, { force: true }));
afterAll(() => rmSync(scratch, { recursive: true }));

type Sources = string | Record<string, string> | undefined;

/** The sources of each run: the same for all, or by fault. */
const sourcesOf =
  (sources: Sources) =>
  ({ fault = '' }: FaultRun) =>
    typeof sources === 'object' ? sources[fault] : sources;

/** Measures these faults, and gives those for which something had to be run. */
async function measured(faults: string[], options: { sources: Sources; resume: boolean }) {
  const ran: string[] = [];
  const kept = runCache(file, { sourcesOf: sourcesOf(options.sources), resume: options.resume });
  const answers = await Promise.all(
    faults.map((fault) =>
      kept.of(runSuites(fault), async () => {
        ran.push(fault);
        return outcome;
      }),
    ),
  );
  expect(answers).toEqual(faults.map(() => outcome));
  return {
    count: kept.countOf(faults.map(runSuites)),
    ran,
  };
}

test('what was observed is not run again when the measurement goes on', async () => {
  await measured(['A1', 'A4'], { sources: 'abc', resume: false });

  expect(await measured(['A1', 'A2', 'A4'], { sources: 'abc', resume: true })).toEqual({
    count: 2,
    ran: ['A2'],
  });
  expect(await measured(['A2'], { sources: 'abc', resume: true })).toEqual({ count: 1, ran: [] });
});

test.each([
  { what: '--resume is not given', options: { sources: 'abc', resume: false } },
  { what: 'the sources are others', options: { sources: 'def', resume: true } },
  { what: 'the sources are unknown', options: { sources: undefined, resume: true } },
])('all is run again when $what', async ({ options }) => {
  await measured(['A1'], { sources: options.sources === undefined ? undefined : 'abc', resume: false });

  expect(await measured(['A1'], options)).toEqual({ count: 0, ran: ['A1'] });
});

test('only what is made of other sources is run again', async () => {
  await measured(['A1', 'A2'], { sources: { A1: 'abc', A2: 'def' }, resume: false });

  expect(await measured(['A1', 'A2'], { sources: { A1: 'abc', A2: 'xyz' }, resume: true })).toEqual({
    count: 1,
    ran: ['A2'],
  });
});

test('a line that was cut off is run again, and spoils no other', async () => {
  await measured(['A1'], { sources: 'abc', resume: false });
  const [line = ''] = readFileSync(file, 'utf8').split('\n');
  appendFileSync(file, line.slice(0, 20));

  expect(await measured(['A1', 'A2'], { sources: 'abc', resume: true })).toEqual({ count: 1, ran: ['A2'] });
  expect(readFileSync(file, 'utf8').split('\n')).toEqual([line, expect.stringContaining('A2'), '']);
});

test('a line that is no entry is run again, and spoils no other', async () => {
  await measured(['A1', 'A2'], { sources: 'abc', resume: false });
  const [first = '', second = ''] = readFileSync(file, 'utf8').split('\n');
  writeFileSync(file, `${first.replace('"schemaVersion":2', '"schemaVersion":1')}\n${second}\nnull\n{}\n`);

  expect(await measured(['A1', 'A2'], { sources: 'abc', resume: true })).toEqual({ count: 1, ran: ['A1'] });
});

test('a quick look leaves what else was observed', async () => {
  await measured(['A1', 'A2'], { sources: 'abc', resume: false });
  await measured(['A1'], { sources: 'abc', resume: false });

  expect(await measured(['A1', 'A2'], { sources: 'abc', resume: true })).toEqual({ count: 2, ran: [] });
});

test.each([
  { what: 'could not judge', answer: observed('infrastructure'), count: 0 },
  { what: 'was cut short', answer: observed('regression', { notRun: 9, caught: 'A2' }), count: 0 },
  {
    what: 'was cut short after the catch',
    answer: observed('regression', { notRun: 9, caught: 'A1' }),
    count: 1,
  },
])('of a run that $what $count are kept', async ({ answer, count }) => {
  const kept = runCache(file, { sourcesOf: () => 'abc', resume: false });

  await kept.of(runSuites('A1'), async () => answer);

  const later = runCache(file, { sourcesOf: () => 'abc', resume: true });
  expect(later.countOf([runSuites('A1')])).toBe(count);
});

test('a run that fails is not cached', async () => {
  const kept = runCache(file, { sourcesOf: () => 'abc', resume: false });

  const failing = kept.of(runSuites('A1'), () => Promise.reject(new Error('no platform')));

  await expect(failing).rejects.toThrow('no platform');

  expect(await measured(['A1'], { sources: 'abc', resume: true })).toEqual({ count: 0, ran: ['A1'] });
});

test('a place that cannot be written is said', () => {
  writeFileSync(path.join(scratch, 'taken'), '');

  expect(() => runCache(path.join(scratch, 'taken', 'x'), { sourcesOf: () => 'abc', resume: false })).toThrow(
    /cannot be written/,
  );
});
