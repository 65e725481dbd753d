import { readFileSync } from 'node:fs';
import type { LaneName } from '@uat/config';
import { configurationError } from '@uat/core';
import { junitRows, openHistory } from '@uat/history';
import { runsRoot } from '@uat/runner';
import { warn } from '../../terminal/warn.ts';

export interface ImportOptions {
  config?: string;
  commit?: string;
  at?: string;
  lane?: LaneName;
  target: string;
}

/**
 * `uat history import FILE…`: adds a run of another tool from its JUnit files, all or none.
 * @throws UatError (configuration) for a file that is missing or malformed, or a time that is none.
 */
export async function historyImport(names: readonly string[], options: ImportOptions): Promise<number> {
  const { commit, lane = 'local', target } = options;
  const at = options.at === undefined ? undefined : timeOf(options.at);
  const files = names.map((name) => ({ name, bytes: bytesOf(name) }));
  const rows = await junitRows(files, { at, commit, lane, target });
  await using store = await openHistory(process.env, runsRoot(options), { say: warn });
  const isNew = await store.record(rows);
  const { runId, counts } = rows.run;
  const red = counts.failed > 0 ? `, ${counts.failed} failed` : '';
  process.stdout.write(
    isNew
      ? `  ${runId}  ${counts.passed} passed${red}, of ${counts.discovered}\n`
      : `  ${runId} is in the history already.\n`,
  );
  return 0;
}

function timeOf(text: string): Date {
  const time = new Date(text);
  if (Number.isNaN(time.valueOf()))
    throw configurationError(`--at '${text}' is not a time; write 2026-11-22T18:31Z.`);
  return time;
}

function bytesOf(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (error) {
    throw configurationError(`${file} cannot be read: ${(error as Error).message}`, { cause: error });
  }
}
