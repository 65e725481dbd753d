import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startPostgres } from '@uat/database/testing';
import { type History, type HistoryResult, type HistoryRows, openHistory } from '@uat/history';
import type { Figure } from './figure.ts';
import { median, seconds } from './timing.ts';

const runs = 200;
const testsPerRun = 500;

/** Figures at a scale beyond this project's: a history of 100,000 results, on both databases. */
export async function scale(): Promise<Figure[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'uat-scale-'));
  await using postgres = await startPostgres();
  try {
    const file = await historyFigures('SQLite', await openHistory({}, folder));
    const { size } = await stat(path.join(folder, '.uat', 'history.sqlite'));
    const url = await postgres.newDatabase();
    const server = await historyFigures('PostgreSQL', await openHistory({ UAT_HISTORY_URL: url }, folder));
    return [...file, historyFigure('SQLite: size of the file', `${megabytes(size)} MB`, '–'), ...server];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const historyFigure = (what: string, figure: string, aim: string): Figure => ({
  what: `history of ${(runs * testsPerRun).toLocaleString('en')} results, ${what}`,
  ...{ against: '–', figure, aim },
});

async function historyFigures(on: string, history: History): Promise<Figure[]> {
  await using store = history;
  const before = process.memoryUsage.rss();
  let most = before;
  const timed = async (work: Promise<unknown>) => {
    const took = await seconds(work);
    most = Math.max(most, process.memoryUsage.rss());
    return took;
  };
  const perRun: number[] = [];
  for (let run = 0; run < runs; run += 1) perRun.push(await timed(store.record(runOf(run))));

  const perTest: number[] = [];
  for (let test = 0; test < 50; test += 1)
    perTest.push(await timed(store.results({ test: testOf(test * 7) })));
  const questions: [string, string, () => Promise<unknown>][] = [
    ['all runs', '≤ 1 s', () => store.runs()],
    ['the names of all tests', '≤ 1 s', () => store.tests()],
    ['the results of one lane', '≤ 1 s', () => store.results({ lane: 'cd' })],
    ['all results', '≤ 1 s', () => store.results()],
    ['half of the runs pruned', '–', () => store.prune(new Date(startOf(runs / 2)))],
  ];
  const answers: Figure[] = [];
  for (const [what, aim, answer] of questions)
    answers.push(historyFigure(`${on}: ${what}`, `${(await timed(answer())).toFixed(2)} s`, aim));
  const [slowestRun, slowestTest] = [Math.max(...perRun), Math.max(...perTest)];
  return [
    historyFigure(
      `${on}: a run of ${testsPerRun} tests recorded (slowest)`,
      `${milliseconds(median(perRun))} (${milliseconds(slowestRun)})`,
      '–',
    ),
    historyFigure(
      `${on}: the results of one test over ${runs} runs (slowest of 50)`,
      `${milliseconds(median(perTest))} (${milliseconds(slowestTest)})`,
      '≤ 1 s',
    ),
    ...answers,
    historyFigure(`${on}: memory beyond the start, at most`, `${megabytes(most - before)} MB`, '–'),
  ];
}

const milliseconds = (time: number) => `${(time * 1_000).toFixed(0)} ms`;
const megabytes = (bytes: number) => (bytes / 1e6).toFixed(0);

const startOf = (run: number) => Date.UTC(2026, 0, 1) + run * 3_600_000;
const testOf = (test: number) => `area-${test % 10}/capability-${test % 50}#promise-number-${test}-is-kept`;

/** A run an hour after the one before, with a failure or a flaky test now and then. */
function runOf(run: number): HistoryRows {
  const facts = {
    ...{ runId: `run-${run}`, startedAt: new Date(startOf(run)).toISOString(), commit: `c${run}` },
    ...{ target: 'embedded', version: '1.2.0', lane: ['local', 'cd', 'nightly'][run % 3] ?? 'local' },
  };
  const results = Array.from({ length: testsPerRun }, (_, test): HistoryResult => {
    const dice = (run * 31 + test * 17) % 101;
    const error = { fingerprint: 'beef', detail: `expected 401, got 200 from GET /api/resource/${test}` };
    return {
      ...{ ...facts, test: testOf(test), title: `promise number ${test} is kept`, attempts: 1, seconds: 1.5 },
      outcome: dice === 0 ? 'failed' : dice === 1 ? 'flaky' : 'passed',
      ...(dice === 0 ? { cause: 'product' } : {}),
      ...(dice <= 1 ? error : {}),
    };
  });
  const none = { skipped: 0, notEligible: 0, notRun: 0, quarantined: 0, unknown: 0, dependency: 0 };
  return {
    run: {
      ...{ ...facts, endedAt: null, contractVersion: '1.2.0', kind: 'pass', exitCode: 0, seconds: 600 },
      areas: [],
      counts: { ...none, discovered: testsPerRun, passed: testsPerRun, failed: 0, flaky: 0 },
      ...{ planHash: `plan-${run}`, full: true, source: 'uat' },
    },
    results,
  };
}
