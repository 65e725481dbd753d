import { configurationError } from '@uat/core';
import {
  apiProblem,
  commentMarkdown,
  commentMarker,
  failureIssues,
  type GithubClient,
  githubClient,
  postComment,
  sortedFailures,
  trackedFailures,
  workflowRun,
  writeSummary,
} from '@uat/github';
import { verdictIn } from '@uat/history';
import { wholeNumber } from '../../options/whole-number.ts';

export interface GithubCommentOptions {
  /** Folder with the verdict of the run. */
  run: string;
  pullRequest: string;
  /** Name of the stage: each has a comment of its own. */
  stage: string;
}

const results = {
  created: 'The comment on the pull request was written.',
  edited: 'The comment on the pull request was edited.',
  outdated: 'The comment on the pull request was left as it is: a later run wrote it.',
};

/**
 * `uat github comment --run DIR --pull-request N`: writes the comment of the stage, or edits it in place. A comment that
 * GitHub refuses is reported in the job summary, and changes no exit code: it says nothing about the product.
 */
export async function githubComment(
  { run, pullRequest, stage }: GithubCommentOptions,
  env: NodeJS.ProcessEnv,
): Promise<number> {
  const number = wholeNumber('--pull-request', pullRequest, 1);
  const verdict = verdictIn(run);
  if (verdict === undefined)
    throw configurationError(
      `${run} has no verdict.json that this version can read: name the folder of a run.`,
    );
  const workflow = workflowRun(env);
  const client = githubClient(workflow);
  const sorted = sortedFailures(verdict, trackedFailures(await openIssues(client)));
  const marker = commentMarker(stage, workflow.order);
  const body = commentMarkdown(verdict, sorted, { marker, stage, url: workflow.url });
  try {
    say(results[await postComment(client, number, body)]);
  } catch (error) {
    say(`There is no comment on the pull request: ${apiProblem(error, 'pull-requests: write')}`, env);
  }
  return 0;
}

/** The issues about failures on the default branch; none where they cannot be read, and then more failures are new. */
async function openIssues(client: GithubClient) {
  try {
    return await failureIssues(client, 'open');
  } catch (error) {
    process.stderr.write(
      `  Failures on the default branch are not known: ${apiProblem(error, 'issues: read')}\n`,
    );
    return [];
  }
}

function say(line: string, env: NodeJS.ProcessEnv = {}): void {
  process.stdout.write(`  ${line}\n`);
  writeSummary(line, env);
}
