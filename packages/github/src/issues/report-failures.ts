import type { Verdict } from '@uat/record';
import type { GithubClient } from '../client/github-client.ts';
import { type IssueChange, issueChanges } from './issue-changes.ts';
import { failureIssues } from './tracked-failures.ts';

/** The changes that were made to the issues, and those that were left out. */
export interface ReportedFailures {
  /** Numbers of issues. */
  opened: number[];
  updated: number[];
  reopened: number[];
  /** Titles of issues that were not opened, for there were too many. */
  leftOut: string[];
}

/** New issues per night: more than these have one cause, which is found faster in the report. */
const mostNew = 10;

/**
 * Opens, updates and reopens issues about the failures of these runs.
 * @param url Page of the workflow's run.
 * @throws RequestError when GitHub refuses a request.
 */
export async function reportFailures(
  client: GithubClient,
  verdicts: readonly Verdict[],
  url: string,
): Promise<ReportedFailures> {
  const changes = issueChanges(verdicts, await failureIssues(client, 'all'), url);
  const leftOut = changes.filter(({ kind }) => kind === 'open').slice(mostNew);
  const done: ReportedFailures = {
    ...{ opened: [], updated: [], reopened: [] },
    leftOut: leftOut.map(({ title }) => title),
  };
  for (const change of changes.filter((one) => !leftOut.includes(one))) await made(change, client, done);
  return done;
}

async function made(change: IssueChange, { rest, at }: GithubClient, done: ReportedFailures): Promise<void> {
  const { title, body } = change;
  switch (change.kind) {
    case 'open': {
      const { data } = await rest.issues.create({ ...at, title, body, labels: change.labels });
      done.opened.push(data.number);
      return;
    }
    case 'update':
      await rest.issues.update({ ...at, issue_number: change.number, title, body });
      done.updated.push(change.number);
      return;
    case 'reopen':
      await rest.issues.update({ ...at, issue_number: change.number, title, body, state: 'open' });
      await rest.issues.createComment({ ...at, issue_number: change.number, body: change.comment });
      done.reopened.push(change.number);
  }
}
