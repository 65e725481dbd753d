import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { infrastructureError } from '@uat/core';
import { apiProblem, githubClient, reportFailures, workflowRun, writeSummary } from '@uat/github';
import { verdictIn } from '@uat/history';

/**
 * `uat github issues --from DIR`: opens or updates one issue per fingerprint among the failures of the runs in a folder.
 * @throws UatError (infrastructure) when no verdict is there, or GitHub refuses a request.
 */
export async function githubIssues({ from }: { from: string }, env: NodeJS.ProcessEnv): Promise<number> {
  const names = existsSync(from) ? readdirSync(from) : [];
  const verdicts = [from, ...names.map((name) => path.join(from, name))].flatMap(
    (folder) => verdictIn(folder) ?? [],
  );
  if (verdicts.length === 0)
    throw infrastructureError(`There is no verdict in ${from}: the run left none, or it was not downloaded.`);
  const workflow = workflowRun(env);
  try {
    const { opened, updated, reopened, leftOut } = await reportFailures(
      githubClient(workflow),
      verdicts,
      workflow.url,
    );
    const line = (what: string, numbers: readonly number[]) =>
      numbers.length === 0 ? [] : [`- ${what}: ${numbers.map((number) => `#${number}`).join(', ')}`];
    const lines = [
      ...line('opened', opened),
      ...line('updated', updated),
      ...line('reopened', reopened),
      ...(leftOut.length === 0 ? [] : [`- not opened, for there were too many: ${leftOut.length}`]),
    ];
    const text = ['### Issues', '', ...(lines.length === 0 ? ['No failure, no issue.'] : lines), ''].join(
      '\n',
    );
    process.stdout.write(text);
    writeSummary(text, env);
    return 0;
  } catch (error) {
    throw infrastructureError(`The issues are not up to date: ${apiProblem(error, 'issues: write')}`, {
      cause: error,
    });
  }
}
