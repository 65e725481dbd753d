import { infrastructureError } from '@uat/core';
import { apiProblem, findNightly, githubClient, reportNightly, workflowRun, writeSummary } from '@uat/github';
import { wholeNumber } from '../../options/whole-number.ts';

export interface GithubWatchOptions {
  workflow: string;
  hours: string;
}

/**
 * `uat github watch`: looks for a full nightly run of the last 26 hours. Without one it opens or updates an issue, and
 * ends with 3; with one it closes that issue.
 * @throws UatError (infrastructure) when GitHub refuses a request.
 */
export async function githubWatch(
  { workflow, hours }: GithubWatchOptions,
  env: NodeJS.ProcessEnv,
): Promise<number> {
  const run = workflowRun(env);
  const client = githubClient(run);
  const options = {
    ...{ workflow, hours: wholeNumber('--hours', hours, 1), now: new Date() },
    page: run.url.replace(/\/actions\/runs\/\d+$/, ''),
  };
  try {
    const state = await findNightly(client, options);
    const issue = await reportNightly(client, state, options);
    const about = issue === undefined ? '' : ` (#${issue})`;
    const line =
      state.kind === 'alive'
        ? `The last full nightly run ended at ${state.last.createdAt}: ${state.last.url}${about}`
        : `No full nightly run is recorded for ${state.hours} hours${about}.`;
    process.stdout.write(`  ${line}\n`);
    writeSummary(line, env);
    return state.kind === 'alive' ? 0 : 3;
  } catch (error) {
    throw infrastructureError(
      `The watch on the nightly runs failed: ${apiProblem(error, 'issues: write and actions: read')}`,
      { cause: error },
    );
  }
}
