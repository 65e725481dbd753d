import path from 'node:path';
import { styleText } from 'node:util';
import { loadConfig } from '@uat/config';
import { projectRoot, UatError } from '@uat/core';
import { storedRuns, testHistory, type TestHistory } from '@uat/history';
import {
  fold,
  readRecord,
  readTestIds,
  removedId,
  renamedId,
  type RunState,
  type TestIds,
  testIdsFile,
  type Verdict,
  writeTestIds,
} from '@uat/record';
import { listTests, requestedAreas, runsRoot } from '@uat/runner';
import { signalExitCode, type StopSignals } from '../terminal/stop-signals.ts';
import { writeJson } from '../terminal/write-json.ts';

interface HistoryOptions {
  config?: string;
  json?: string;
}

/** `uat history [TEST]`: lists the stored runs, or the results of one test in them, the newest first. */
export function history(test: string | undefined, options: HistoryOptions): number {
  const runs = storedRuns(runsRoot(options));
  if (test === undefined) {
    const verdicts = runs.map(({ verdict }) => verdict);
    if (options.json === undefined) process.stdout.write(runLines(verdicts));
    else writeJson(options.json, { schemaVersion: 1, runs: verdicts });
    return 0;
  }
  const found = testHistory(
    runs.flatMap(({ folder }) => stateIn(folder) ?? []),
    test,
  );
  if (options.json === undefined) process.stdout.write(resultLines(found));
  else writeJson(options.json, { schemaVersion: 1, ...found });
  return 0;
}

/** The run in a folder; `undefined` when this version cannot read its record. */
function stateIn(folder: string): RunState | undefined {
  try {
    return fold(readRecord(folder));
  } catch (error) {
    if (error instanceof UatError) return undefined;
    throw error;
  }
}

const gray = (text: string) => styleText('gray', text, { stream: process.stdout });

function runLines(verdicts: readonly Verdict[]): string {
  const lines = verdicts.map(({ runId, kind, areas, target, counts, seconds }) => {
    const red = counts.failed > 0 ? `, ${counts.failed} failed` : '';
    return `  ${runId}  ${kind.padEnd(14)}  ${counts.passed} passed${red}  ${gray(`${areas.join(' ')} on ${target.name}, ${seconds} s`)}\n`;
  });
  return lines.length === 0 ? '  There is no run yet; start one with pnpm uat.\n' : lines.join('');
}

function resultLines({ id, title, results }: TestHistory): string {
  const lines = results.map(
    ({ runId, outcome, seconds, target, detail }) =>
      `  ${runId}  ${outcome.padEnd(11)}  ${seconds.toFixed(1).padStart(5)} s  ${gray([target, detail].filter(Boolean).join(', '))}\n`,
  );
  return [`  ${title}  ${gray(id)}\n`, ...lines].join('');
}

/** `uat history rename OLD NEW`: records that a test has another id now, so that its history stays with it. */
export async function historyRename(
  from: string,
  to: string,
  options: HistoryOptions,
  stop: StopSignals,
): Promise<number> {
  const change = (ids: TestIds, today: string[]) => renamedId(ids, from, to, today);
  return changeIds(change, `${from} is ${to} from now on`, options, stop);
}

/** `uat history remove ID`: records that a test was removed on purpose. */
export async function historyRemove(id: string, options: HistoryOptions, stop: StopSignals): Promise<number> {
  const change = (ids: TestIds, today: string[]) => removedId(ids, id, today);
  return changeIds(change, `${id} is removed`, options, stop);
}

async function changeIds(
  change: (ids: TestIds, today: string[]) => TestIds,
  message: string,
  options: HistoryOptions,
  stop: StopSignals,
): Promise<number> {
  const config = await loadConfig(options.config);
  const suites = path.resolve(config.root, config.suites);
  // Read before the tests are listed: a damaged file has an error message of its own.
  const ids = readTestIds(suites);
  const tests = await listTests({
    root: projectRoot,
    config: options.config,
    selection: { projects: requestedAreas([], config) },
    stop: stop.signal,
  });
  const stopped = signalExitCode(stop);
  if (stopped !== undefined) return stopped;

  const today = tests.map(({ id }) => id);
  writeTestIds(suites, change(ids, today));
  const file = path.relative(process.cwd(), testIdsFile(suites));
  process.stdout.write(`  ${message}. Commit ${file} together with the spec.\n`);
  return 0;
}
