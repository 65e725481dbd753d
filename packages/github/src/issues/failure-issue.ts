import type { VerdictFailure } from '@uat/record';
import { codeSpan, oneLine, prose, testScope } from '@uat/report';
import { shortened } from '../shortened.ts';
import { type FailureMarker, failureMarkerLine } from './failure-marker.ts';

/** Title and text of an issue. */
export interface IssueText {
  title: string;
  body: string;
}

/** GitHub takes 65,536 characters. */
const mostTests = 50;
const mostCharacters = 300;
/** GitHub takes 256 characters. */
const longestTitle = 200;

/** The issue about one failure, with all tests that fail in the same way. */
export function failureIssue(
  failures: readonly [VerdictFailure, ...VerdictFailure[]],
  marker: FailureMarker,
): IssueText {
  const [{ title, error }] = failures;
  const what = failures.length === 1 ? title : `${failures.length} tests`;
  const tests = failures.slice(0, mostTests).map(testLines);
  const more = failures.length - tests.length;
  const runs = marker.runs === 1 ? 'one run' : `${marker.runs} runs`;
  return {
    title: shortened(`UAT: ${oneLine(what)}: ${oneLine(error)}`, longestTitle),
    body: [
      failureMarkerLine(marker),
      prose(shortened(error, 2_000)),
      '',
      ...tests,
      ...(more > 0 ? [`- and ${more} more`] : []),
      '',
      `Seen in ${runs}: first in ${moment(marker.first)}, last in ${moment(marker.last)}.`,
      '',
      '<sub>Each nightly run replaces this text; comments stay. When the failure returns after the issue was closed, it is reopened.</sub>',
      '',
    ].join('\n'),
  };
}

function testLines(failure: VerdictFailure): string {
  const about = [testScope(failure), ...failure.tickets, failure.class].join('; ');
  return [
    `- **${prose(short(failure.title))}** (${prose(short(about))}), ${codeSpan(short(failure.file))}`,
    `  ${codeSpan(short(failure.rerun))}`,
  ].join('  \n');
}

const moment = ({ runId, at, url }: FailureMarker['first']) => `[${runId}](${url}) (${at.slice(0, 10)})`;

const short = (text: string) => shortened(text, mostCharacters);
