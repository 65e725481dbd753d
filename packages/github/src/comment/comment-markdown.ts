import type { Verdict, VerdictFailure } from '@uat/record';
import { codeSpan, oneLine, prose, testScope, verdictSentence } from '@uat/report';
import { shortened } from '../shortened.ts';
import { type CommentMarker, markerLine } from './comment-marker.ts';
import type { KnownFailure, SortedFailures } from './sorted-failures.ts';

export interface CommentOptions {
  marker: CommentMarker;
  /** Name of the stage, in the heading. */
  stage: string;
  /** Page of the workflow's run, where the report is. */
  url: string;
}

/** Beyond these numbers a comment only counts: GitHub takes 65,536 characters. */
const mostFailures = 20;
const mostLines = 10;
const mostCharacters = 400;

/** The comment on a pull request: the verdict, then new failures, then known ones, folded away. */
export function commentMarkdown(
  verdict: Verdict,
  { fresh, known }: SortedFailures,
  { marker, stage, url }: CommentOptions,
): string {
  const { counts, target, suiteCommit, lane, seconds, trouble } = verdict;
  const where = [target.name, target.version].filter((part) => part !== null).join(' ');
  const suites = suiteCommit === null ? '' : `, suites at ${codeSpan(suiteCommit)}`;
  const columns: [string, number][] = [
    ['passed', counts.passed],
    ['**new failures**', fresh.length],
    ['known failures', known.length],
    ['flaky', counts.flaky],
    ['not eligible', counts.notEligible],
    ['not run', counts.notRun + counts.unknown],
  ];
  const troubleLines = trouble.map((line) => `- ${prose(short(line))}`);
  return [
    markerLine(marker),
    `### UAT: ${verdict.kind}${stage === '' ? '' : ` — ${prose(stage)}`}`,
    '',
    verdictSentence(verdict),
    '',
    `| ${columns.map(([title]) => title).join(' | ')} |`,
    `| ${columns.map(() => '---:').join(' | ')} |`,
    `| ${columns.map(([, count]) => count).join(' | ')} |`,
    ...section('New failures', listed(fresh.map(newFailure), mostFailures)),
    ...section('Trouble', listed(troubleLines, mostLines)),
    ...folded(`Known failures (${known.length})`, listed(known.map(knownFailure), mostFailures)),
    '',
    `<sub>Target ${prose(where)}, lane ${lane}${suites}, ${seconds} s. [Summary and report](${url}). This comment shows the newest run.</sub>`,
    '',
  ].join('\n');
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', `#### ${title}`, '', ...lines];
}

/** Lines that are shown only on a click; GitHub renders Markdown there after an empty line. */
function folded(title: string, lines: readonly string[]): string[] {
  if (lines.length === 0) return [];
  return ['', '<details>', `<summary>${title}</summary>`, '', ...lines, '', '</details>'];
}

function listed(lines: readonly string[], most: number): string[] {
  const more = lines.length - most;
  return [...lines.slice(0, most), ...(more > 0 ? [`- and ${more} more: see the summary`] : [])];
}

function newFailure(failure: VerdictFailure): string {
  const about = [testScope(failure), failure.tickets.join(', '), failure.class].filter(Boolean).join('; ');
  return failureLines(failure, `(${prose(short(about))})`, codeSpan(short(failure.rerun)));
}

function knownFailure({ failure, because }: KnownFailure): string {
  return failureLines(failure, `(${prose(testScope(failure))})`, issueLinks(prose(short(because))));
}

function failureLines(failure: VerdictFailure, about: string, last: string): string {
  return [
    `- **${prose(short(failure.title))}** ${about}`,
    `  ${prose(short(failure.error))}`,
    ...historyOf(failure),
    `  ${last}`,
  ].join('  \n');
}

/** What earlier runs say about a failure, where the verdict has it. */
function historyOf(failure: VerdictFailure & { history?: unknown }): string[] {
  return typeof failure.history === 'string' ? [`  _${prose(short(failure.history))}_`] : [];
}

/** GitHub links `#12` only where the sign is not escaped. */
const issueLinks = (text: string) => text.replaceAll(/\\#(\d+)/g, '#$1');

const short = (text: string) => shortened(oneLine(text), mostCharacters);
