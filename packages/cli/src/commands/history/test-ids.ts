import path from 'node:path';
import { loadConfig } from '@uat/config';
import { projectRoot } from '@uat/core';
import { readTestIds, removedId, renamedId, type TestIds, testIdsFile, writeTestIds } from '@uat/record';
import { listTests, requestedAreas } from '@uat/runner';
import { signalExitCode, type StopSignals } from '../../terminal/stop-signals.ts';

interface TestIdsOptions {
  config?: string;
}

/** `uat history rename OLD NEW`: records that a test has another id now, so that its history stays with it. */
export async function historyRename(
  from: string,
  to: string,
  options: TestIdsOptions,
  stop: StopSignals,
): Promise<number> {
  const change = (ids: TestIds, today: string[]) => renamedId(ids, from, to, today);
  return changeIds(change, `${from} is ${to} from now on`, options, stop);
}

/** `uat history remove ID`: records that a test was removed on purpose. */
export async function historyRemove(id: string, options: TestIdsOptions, stop: StopSignals): Promise<number> {
  const change = (ids: TestIds, today: string[]) => removedId(ids, id, today);
  return changeIds(change, `${id} is removed`, options, stop);
}

async function changeIds(
  change: (ids: TestIds, today: string[]) => TestIds,
  message: string,
  options: TestIdsOptions,
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
