import type { GithubClient } from '../client/github-client.ts';
import type { TrackedFailure } from '../comment/sorted-failures.ts';
import { failureMarkerIn } from './failure-marker.ts';
import { type FailureIssue, failureLabel } from './issue-changes.ts';

/**
 * The issues about failures of the nightly runs.
 * @throws RequestError when GitHub refuses a request.
 */
export async function failureIssues(
  { rest, paginate, at }: GithubClient,
  state: 'open' | 'all',
): Promise<FailureIssue[]> {
  const issues = await paginate(rest.issues.listForRepo, {
    ...at,
    ...{ state, labels: failureLabel, per_page: 100 },
  });
  return issues
    .filter((issue) => issue.pull_request === undefined)
    .map(({ number, state: is, body }) => ({
      number,
      state: is === 'closed' ? 'closed' : 'open',
      body: body ?? '',
    }));
}

/** The failures that open issues track. */
export function trackedFailures(issues: readonly FailureIssue[]): TrackedFailure[] {
  return issues.flatMap(({ number, body }) => {
    const marker = failureMarkerIn(body);
    return marker === undefined
      ? []
      : [{ fingerprint: marker.fingerprint, tests: marker.tests, issue: number }];
  });
}
