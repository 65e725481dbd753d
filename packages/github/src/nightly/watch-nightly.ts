import type { GithubClient } from '../client/github-client.ts';
import { type FailureIssue, failureLabel } from '../issues/issue-changes.ts';
import { failureIssues } from '../issues/tracked-failures.ts';
import {
  fullNightlyArtifact,
  type NightlyArtifact,
  type NightlyState,
  nightlyState,
} from './nightly-state.ts';
import { isWatchIssue, type NightlyAttempt, watchIssue } from './watch-issue.ts';

export interface WatchOptions {
  /** File name of the nightly workflow. */
  workflow: string;
  /** Address of the repository. */
  page: string;
  now: Date;
  hours?: number | undefined;
}

/**
 * Looks for a recent full nightly run on the default branch.
 * @throws RequestError when GitHub refuses a request.
 */
export async function findNightly(client: GithubClient, options: WatchOptions): Promise<NightlyState> {
  const { rest, at } = client;
  const [{ data: repository }, { data: listed }] = await Promise.all([
    rest.repos.get(at),
    // The newest come first, so the first page is enough.
    rest.actions.listArtifactsForRepo({ ...at, name: fullNightlyArtifact, per_page: 100 }),
  ]);
  const artifacts = listed.artifacts.map((one): NightlyArtifact => ({
    createdAt: one.created_at ?? '',
    branch: one.workflow_run?.head_branch ?? null,
    isFork: one.workflow_run?.head_repository_id !== one.workflow_run?.repository_id,
    url: `${options.page}/actions/runs/${one.workflow_run?.id ?? ''}`,
  }));
  return nightlyState(artifacts, repository.default_branch, options.now, options.hours);
}

/**
 * Opens or updates the one issue about missing nightly runs, or closes it when they are back. Gives its number;
 * `undefined` when there is none.
 * @throws RequestError when GitHub refuses a request.
 */
export async function reportNightly(
  client: GithubClient,
  state: NightlyState,
  options: Pick<WatchOptions, 'workflow'>,
): Promise<number | undefined> {
  const { rest, at } = client;
  const issues = (await failureIssues(client, 'all')).filter(({ body }) => isWatchIssue(body));
  const there = issues.toSorted(openFirst)[0];
  if (state.kind === 'alive') return closed(client, there, state);
  const text = watchIssue(state, await attemptsSince(client, options.workflow, state.last?.createdAt));
  if (there === undefined) {
    const { data } = await rest.issues.create({ ...at, ...text, labels: [failureLabel] });
    return data.number;
  }
  await rest.issues.update({ ...at, issue_number: there.number, ...text, state: 'open' });
  return there.number;
}

async function closed(
  { rest, at }: GithubClient,
  there: FailureIssue | undefined,
  { last }: Extract<NightlyState, { kind: 'alive' }>,
): Promise<number | undefined> {
  if (there?.state !== 'open') return undefined;
  const issue = { ...at, issue_number: there.number };
  await rest.issues.createComment({
    ...issue,
    body: `A [full nightly run](${last.url}) is recorded again.`,
  });
  await rest.issues.update({ ...issue, state: 'closed' });
  return there.number;
}

const openFirst = (a: FailureIssue, b: FailureIssue) => b.state.localeCompare(a.state) || b.number - a.number;

/** The newest runs of the nightly workflow, after a time. */
async function attemptsSince(
  { rest, at }: GithubClient,
  workflow: string,
  since: string | undefined,
): Promise<NightlyAttempt[]> {
  const { data } = await rest.actions.listWorkflowRuns({ ...at, workflow_id: workflow, per_page: 5 });
  return data.workflow_runs
    .map(({ created_at: createdAt, conclusion, html_url: url }) => ({ createdAt, conclusion, url }))
    .filter(({ createdAt }) => since === undefined || createdAt > since);
}
