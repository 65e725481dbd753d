import { styleText } from 'node:util';
import type { HistoryResult } from '@uat/history';
import { promiseOf, testOf } from '@uat/record';
import { oneLine } from '@uat/report';

/** The stream that the lines are for: its colours and its width. */
type Stream = NodeJS.WritableStream & { columns?: number };

export interface TestHistory {
  id: string;
  title: string;
  /** Oldest first. */
  results: readonly HistoryResult[];
}

/** One run of a test, with all its repetitions. */
interface StripRun {
  sign: Sign;
  /** The result that decides the sign. */
  result: HistoryResult;
}

const signs = {
  '✗': { colour: 'red', means: 'failed' },
  '~': { colour: 'yellow', means: 'passed on retry' },
  '✓': { colour: 'green', means: 'passed' },
  '·': { colour: 'gray', means: 'no result' },
} as const;
type Sign = keyof typeof signs;

const signOf = (outcome: HistoryResult['outcome']): Sign =>
  outcome === 'failed' ? '✗' : outcome === 'flaky' ? '~' : outcome === 'passed' ? '✓' : '·';

/** Of several results in one run, the first of these signs decides. */
const fromWorst = Object.keys(signs) as Sign[];

/** Number of results that have a line of their own. */
const newest = 10;

/**
 * The history of a test for people: a strip per lane and product with a sign per run, oldest first, and since when the
 * test is green or red; below, the newest results in lines.
 */
export function testHistoryLines({ id, title, results }: TestHistory, stream: Stream): string {
  const paint = (colour: Parameters<typeof styleText>[0], text: string) =>
    styleText(colour, text, { stream });
  const strips = [...Map.groupBy(results, groupOf)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, members]) => ({ name, runs: stripRuns(members) }));
  const width = Math.max(...strips.map(({ name }) => name.length));
  const most = Math.max(20, (stream.columns ?? 120) - width - 50);
  const longest = Math.min(most, Math.max(...strips.map(({ runs }) => runs.length)));
  const legend = fromWorst.map((sign) => `${paint(signs[sign].colour, sign)} ${signs[sign].means}`);
  return [
    '',
    `  ${oneLine(title)}  ${paint('gray', oneLine(id))}`,
    '',
    ...strips.map(({ name, runs }) => {
      const shown = runs.slice(-most);
      const strip = shown.map(({ sign }) => paint(signs[sign].colour, sign)).join('');
      return `  ${name.padEnd(width)}  ${strip}${' '.repeat(longest - shown.length)}  ${sentenceOf(runs)}`;
    }),
    '',
    `  ${paint('gray', 'oldest → newest:')} ${legend.join('  ')}`,
    '',
    ...resultLines(results.slice(-newest).toReversed(), paint),
    '',
  ].join('\n');
}

/** Lane, and product of the test where there are several. */
function groupOf({ lane, test }: HistoryResult): string {
  const product = testOf(test).slice(promiseOf(test).length);
  return oneLine([lane, product].filter(Boolean).join(' '));
}

function stripRuns(results: readonly HistoryResult[]): StripRun[] {
  return [...Map.groupBy(results, ({ runId }) => runId).values()].flatMap((members) => {
    const worst = fromWorst
      .flatMap((sign) => members.map((result) => ({ sign, result })))
      .find(({ sign, result }) => signOf(result.outcome) === sign);
    return worst ?? [];
  });
}

/** Since when the test is green or red: `green since 2026-11-20 (1.2.1), 3 runs`. */
function sentenceOf(runs: readonly StripRun[]): string {
  const judged = runs.filter(({ sign }) => sign !== '·');
  const last = judged.at(-1);
  if (last === undefined) return `no result in ${count(runs.length)}`;
  const isRed = last.sign === '✗';
  const word = isRed ? 'red' : 'green';
  const change = judged.findLastIndex(({ sign }) => (sign === '✗') !== isRed);
  const since = judged.slice(change + 1);
  const [first] = since;
  if (change === -1)
    return `${word} in ${judged.length === 1 ? 'its only run' : `all ${count(judged.length)}`}`;
  const isFirstFailure =
    isRed && since.length === 1 && judged.filter(({ sign }) => sign === '✗').length === 1;
  if (isFirstFailure || first === undefined) return `first failure in ${count(judged.length)}`;
  const { startedAt, version } = first.result;
  const of = version === null ? '' : ` (${oneLine(version)})`;
  return `${word} since ${startedAt.slice(0, 10)}${of}, ${count(since.length)}`;
}

const count = (runs: number) => (runs === 1 ? '1 run' : `${runs} runs`);

function resultLines(
  results: readonly HistoryResult[],
  paint: (colour: Parameters<typeof styleText>[0], text: string) => string,
): string[] {
  const rows = results.map((result) => ({
    result,
    cells: [
      ...[result.startedAt.slice(0, 16).replace('T', ' '), groupOf(result), oneLine(result.version ?? '–')],
      ...[oneLine(result.commit ?? '–'), `${result.seconds.toFixed(1)} s`],
    ],
  }));
  const widths = [0, 1, 2, 3, 4].map((column) =>
    Math.max(0, ...rows.map(({ cells }) => cells[column]?.length ?? 0)),
  );
  return rows.map(({ result, cells }) => {
    const sign = signOf(result.outcome);
    const [date, ...rest] = cells.map((cell, column) =>
      column === 4 ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
    );
    const error = [result.fingerprint, result.detail].flatMap((one) =>
      one === undefined ? [] : oneLine(one),
    );
    const detail = paint('gray', [result.runId, ...error].join('  '));
    return `  ${date}  ${paint(signs[sign].colour, sign)}  ${rest.join('  ')}  ${detail}`;
  });
}
