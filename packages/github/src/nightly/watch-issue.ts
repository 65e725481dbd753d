import type { IssueText } from '../issues/failure-issue.ts';
import type { NightlyState } from './nightly-state.ts';

const marker = '<!-- uat-nightly-watch -->';

/** A run of the nightly workflow, whatever it covered. */
export interface NightlyAttempt {
  createdAt: string;
  /** `failure`, `cancelled`; null while it runs. */
  conclusion: string | null;
  url: string;
}

/** Whether an issue is the one about missing nightly runs. */
export const isWatchIssue = (body: string) => body.startsWith(marker);

/** The issue that says that no full nightly run was recorded in time. */
export function watchIssue(
  { hours, last }: Extract<NightlyState, { kind: 'overdue' }>,
  attempts: readonly NightlyAttempt[],
): IssueText {
  const recorded =
    last === undefined
      ? 'None is recorded at all.'
      : `The [last one](${last.url}) ended at ${minute(last.createdAt)}.`;
  return {
    title: `UAT: no full nightly run for ${hours} hours`,
    body: [
      marker,
      `A full nightly run has every area, no filter, and a result of each planned test. ${recorded}`,
      '',
      ...(attempts.length === 0
        ? ['The nightly workflow did not start at all: see whether it is disabled, or its schedule.']
        : ['Runs of the nightly workflow since; the summary of each says what it lacks:', '']),
      ...attempts.map(
        ({ createdAt, conclusion, url }) =>
          `- [${minute(createdAt)}](${url}): ${conclusion ?? 'still in progress'}`,
      ),
      '',
      '<sub>The watch replaces this text, and closes the issue when a full nightly run is recorded.</sub>',
      '',
    ].join('\n'),
  };
}

const minute = (time: string) => `${time.slice(0, 16).replace('T', ' ')} UTC`;
