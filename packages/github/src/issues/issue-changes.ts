import type { Verdict, VerdictFailure } from '@uat/record';
import { sortedFailures } from '../comment/sorted-failures.ts';
import { failureIssue, type IssueText } from './failure-issue.ts';
import { type FailureMarker, failureMarkerIn } from './failure-marker.ts';

/** An issue about a failure, as it is on GitHub. */
export interface FailureIssue {
  number: number;
  state: 'open' | 'closed';
  body: string;
}

/** A change to the issues about failures. */
export type IssueChange =
  | ({ kind: 'open'; labels: string[] } & IssueText)
  | ({ kind: 'update'; number: number } & IssueText)
  | ({ kind: 'reopen'; number: number; comment: string } & IssueText);

/** An issue that names more tests would be too long for GitHub. */
const mostTests = 100;

/** Label of every issue about a failure. */
export const failureLabel = 'uat-failure';

/**
 * Decides which issues are opened, updated or reopened: one per fingerprint among the failures of these runs. Failures
 * in quarantine, and those whose symptoms a ticket tracks, get none.
 * @param url Page of the workflow's run.
 */
export function issueChanges(
  verdicts: readonly Verdict[],
  issues: readonly FailureIssue[],
  url: string,
): IssueChange[] {
  const failures = verdicts.flatMap((verdict) =>
    sortedFailures(verdict).fresh.map((failure) => ({ failure, verdict })),
  );
  const groups = Map.groupBy(failures, ({ failure }) => failure.fingerprint || failure.id);
  return [...groups].flatMap(([fingerprint, found]): IssueChange[] => {
    const [first, ...others] = found;
    if (first === undefined) return [];
    const now = { runId: first.verdict.runId, at: first.verdict.startedAt, url };
    const all = [first.failure, ...others.map(({ failure }) => failure)] as const;
    const there = issueAbout(fingerprint, issues);
    const marker = markerNow(fingerprint, all, now, there?.marker);
    const text = failureIssue([...all], marker);
    if (there === undefined) return [{ kind: 'open', ...text, labels: [failureLabel, first.failure.class] }];
    if (there.issue.state === 'open') return [{ kind: 'update', number: there.issue.number, ...text }];
    const comment = `This failed again in run [${now.runId}](${url}), after the issue had been closed.`;
    return [{ kind: 'reopen', number: there.issue.number, comment, ...text }];
  });
}

/** The issue about a failure: an open one, else the newest. */
function issueAbout(fingerprint: string, issues: readonly FailureIssue[]) {
  return issues
    .flatMap((issue) => {
      const marker = failureMarkerIn(issue.body);
      return marker?.fingerprint === fingerprint ? [{ issue, marker }] : [];
    })
    .toSorted(({ issue: a }, { issue: b }) => b.state.localeCompare(a.state) || b.number - a.number)[0];
}

function markerNow(
  fingerprint: string,
  failures: readonly VerdictFailure[],
  now: FailureMarker['last'],
  before: FailureMarker | undefined,
): FailureMarker {
  // A rerun of a job reports the same run again.
  const isSame = before?.last.runId === now.runId;
  return {
    fingerprint,
    tests: failures.slice(0, mostTests).map(({ id }) => id),
    first: before?.first ?? now,
    last: now,
    runs: (before?.runs ?? 0) + (isSame ? 0 : 1),
  };
}
