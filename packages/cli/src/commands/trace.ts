import { existsSync } from 'node:fs';
import path from 'node:path';
import { configurationError } from '@uat/core';
import { showTrace } from '@uat/report';
import { runsRoot } from '@uat/runner';
import { runFolderOf, verdictIn } from '@uat/history';

/** `uat trace [TEST]`: opens the trace of the first failure of a run whose title or id contains these words. */
export async function trace(words: string | undefined, { run }: { run?: string }): Promise<number> {
  const folder = runFolderOf(runsRoot({}), run);
  const failures = verdictIn(folder)?.failures ?? [];
  const failure = failures.find(({ id, title }) => words === undefined || `${id} ${title}`.includes(words));
  if (failure === undefined) {
    throw configurationError(
      failures.length === 0
        ? 'No test failed in that run, so there is no trace.'
        : `No failed test has '${words}' in its title or id. Failed: ${failures.map(({ title }) => title).join('; ')}.`,
    );
  }
  const file = failure.attachments
    .map((name) => path.join(folder, name))
    .find((name) => name.endsWith('trace.zip'));
  if (file === undefined || !existsSync(file)) throw configurationError(`'${failure.title}' left no trace.`);
  process.stdout.write(`  ${file}\n`);
  return showTrace(file);
}
