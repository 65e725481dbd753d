import path from 'node:path';
import { loadConfig } from '@uat/config';
import { projectRoot } from '@uat/core';
import { readTestIds, removedId, renamedId, type TestIds, testIdsFile, writeTestIds } from '@uat/record';
import { areaNames, listTests } from '@uat/runner';
import type { StopSignals } from '../stop-signals.ts';

interface HistoryOptions {
  config?: string;
}

/** `uat history rename OLD NEW`: says that a test has another id now, so that what is known of it stays with it. */
export async function historyRename(
  from: string,
  to: string,
  options: HistoryOptions,
  stop: StopSignals,
): Promise<number> {
  const change = (ids: TestIds, today: string[]) => renamedId(ids, from, to, today);
  return changeIds(change, `${from} is ${to} from now on`, options, stop);
}

/** `uat history remove ID`: says that a test is gone on purpose. */
export async function historyRemove(id: string, options: HistoryOptions, stop: StopSignals): Promise<number> {
  const change = (ids: TestIds, today: string[]) => removedId(ids, id, today);
  return changeIds(change, `${id} is removed`, options, stop);
}

async function changeIds(
  change: (ids: TestIds, today: string[]) => TestIds,
  said: string,
  options: HistoryOptions,
  stop: StopSignals,
): Promise<number> {
  const config = await loadConfig(options.config);
  const suites = path.resolve(config.root, config.suites);
  // Read before the tests are listed: a file that is spoilt has a sentence of its own.
  const ids = readTestIds(suites);
  const selection = { projects: areaNames([], config), tickets: [], headed: false, ui: false, rest: [] };
  const tests = await listTests({ root: projectRoot, config: options.config, selection, stop: stop.signal });
  const reason = stop.reason();
  if (reason !== undefined) return reason === 'SIGTERM' ? 143 : 130;

  const today = tests.map(({ id }) => id);
  writeTestIds(suites, change(ids, today));
  const file = path.relative(process.cwd(), testIdsFile(suites));
  process.stdout.write(`  ${said}. Commit ${file} together with the spec.\n`);
  return 0;
}
