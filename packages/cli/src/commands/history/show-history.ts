import path from 'node:path';
import { styleText } from 'node:util';
import { loadConfig } from '@uat/config';
import { findTest, type HistoryRun, openHistory } from '@uat/history';
import { type Aliases, readTestIds } from '@uat/record';
import { runsRoot } from '@uat/runner';
import { testHistoryLines } from '../../terminal/test-history-lines.ts';
import { warn } from '../../terminal/warn.ts';
import { writeJson } from '../../terminal/write-json.ts';

interface HistoryOptions {
  config?: string;
  json?: string;
}

/** `uat history [TEST]`: lists the runs, newest first, or shows the results of one test as a strip, oldest first. */
export async function history(test: string | undefined, options: HistoryOptions): Promise<number> {
  return test === undefined ? await showRuns(options) : await showTest(test, options);
}

/** More runs are only in the JSON. */
const shownRuns = 20;

async function showRuns(options: HistoryOptions): Promise<number> {
  await using store = await openHistory(process.env, runsRoot(options), { say: warn });
  const { rows: runs, skipped } = await store.runs();
  warnSkipped(skipped);
  if (options.json === undefined) process.stdout.write(runLines(runs));
  else writeJson(options.json, { schemaVersion: 2, runs, skipped });
  return 0;
}

async function showTest(wanted: string, options: HistoryOptions): Promise<number> {
  const aliases = await currentAliases(options.config);
  await using store = await openHistory(process.env, runsRoot(options), { aliases, say: warn });
  const { id, title } = findTest(await store.tests(), wanted, aliases);
  const { rows: results, skipped } = await store.results({ test: id });
  warnSkipped(skipped);
  if (options.json === undefined)
    process.stdout.write(testHistoryLines({ id, title, results }, process.stdout));
  else writeJson(options.json, { schemaVersion: 2, id, title, results, skipped });
  return 0;
}

async function currentAliases(config: string | undefined): Promise<Aliases> {
  const { root, suites } = await loadConfig(config);
  return readTestIds(path.resolve(root, suites)).aliases;
}

function warnSkipped(skipped: number): void {
  if (skipped === 0) return;
  warn(
    skipped === 1
      ? 'One row of the history cannot be read and is left out.'
      : `${skipped} rows of the history cannot be read and are left out.`,
  );
}

function runLines(runs: readonly HistoryRun[]): string {
  if (runs.length === 0) return '  There is no run yet; start one with pnpm uat.\n';
  const gray = (text: string) => styleText('gray', text, { stream: process.stdout });
  const lines = runs.slice(0, shownRuns).map(({ runId, kind, lane, areas, target, counts, seconds }) => {
    const red = counts.failed > 0 ? `, ${counts.failed} failed` : '';
    const facts = gray(`${areas.join(' ')} on ${target}, ${lane}, ${seconds} s`);
    return `  ${runId}  ${kind.padEnd(14)}  ${counts.passed} passed${red}  ${facts}\n`;
  });
  const earlier = runs.length - lines.length;
  return [...lines, ...(earlier > 0 ? [gray(`  ${earlier} earlier: pnpm uat history --json -\n`)] : [])].join(
    '',
  );
}
