import { oneLine, visibleText } from './visible-text.ts';
import { testScope } from './test-scope.ts';
import type { Verdict, VerdictFailure } from '@uat/record';
import { quarantineSentence } from './quarantine-sentence.ts';
import { verdictSentence } from './verdict-sentence.ts';
import { witnessSentence } from './witness-sentence.ts';

const columns: [keyof Verdict['counts'], string][] = [
  ['discovered', 'discovered'],
  ['passed', 'passed'],
  ['failed', 'failed'],
  ['quarantined', 'in quarantine'],
  ['flaky', 'flaky'],
  ['skipped', 'skipped'],
  ['notEligible', 'not eligible'],
  ['notRun', 'not run'],
  ['unknown', 'unknown'],
  ['dependency', 'dependency'],
];

/** A verdict as Markdown, for a job summary or a comment on a ticket. */
export function summaryMarkdown(verdict: Verdict): string {
  const { counts, failures, flaky, labels, notEligible, trouble } = verdict;
  const { name, url, faults = [] } = verdict.target;
  const broken = faults.length === 0 ? '' : ` with seeded ${faults.join(', ')}`;
  const where = `${url === null ? name : `${name} (${url})`}${broken}`;
  return [
    `## UAT: ${verdict.kind}`,
    '',
    `${verdictSentence(verdict)} Target ${prose(where)}, lane ${verdict.lane}, run \`${verdict.runId}\`, ${verdict.seconds} s.`,
    '',
    `| ${columns.map(([, title]) => title).join(' | ')} |`,
    `| ${columns.map(() => '---:').join(' | ')} |`,
    `| ${columns.map(([count]) => counts[count]).join(' | ')} |`,
    ...section('Failures', failures.map(failureLines)),
    ...section(
      'Passed on a retry',
      flaky.map(({ title, error }) => `- **${prose(title)}**, after: ${prose(error)}`),
    ),
    ...section(
      'Trouble',
      trouble.map((line) => `- ${prose(line)}`),
    ),
    ...section(
      'Symptoms of the run',
      labels.map((label) => `- ${prose(label)}`),
    ),
    ...section(
      'Not proven here',
      notEligible.map(({ id, reason }) => `- ${codeSpan(id)}: ${prose(reason)}`),
    ),
    '',
  ].join('\n');
}

function section(title: string, lines: string[]): string[] {
  return lines.length === 0 ? [] : ['', `### ${title}`, '', ...lines];
}

function failureLines(failure: VerdictFailure): string {
  const about = [...failure.tickets, ...failure.catches].join(', ');
  return [
    `- **${prose(failure.title)}** (${prose(testScope(failure))}; ${prose(about)}; ${failure.class})`,
    `  ${prose(failure.error)}`,
    `  ${prose(witnessSentence(failure))}`,
    ...(failure.quarantine === undefined ? [] : [`  ${prose(quarantineSentence(failure.quarantine))}`]),
    `  ${codeSpan(failure.rerun)}`,
  ].join('  \n');
}

/** Starts of a line that end a paragraph: a heading, a list, an underline. */
const opening = /^(?:[#+=-]|\d+(?=[.)]))/;

/**
 * Text on one line, escaped so that it is not read as markup: CommonMark allows a backslash before any ASCII
 * punctuation.
 */
function prose(text: string): string {
  return oneLine(text)
    .replaceAll(/[\\<>|*_`[\]~&$]/g, String.raw`\$&`)
    .replace(opening, (sign) => (/\d/.test(sign) ? `${sign}\\` : `\\${sign}`));
}

/**
 * Text on one line as a code span, with a longer fence than its runs of backticks:
 * https://spec.commonmark.org/0.31.2/#code-spans.
 */
function codeSpan(text: string): string {
  const code = visibleText(text).replaceAll(/\s*\n\s*/g, ' ');
  const most = Math.max(0, ...Array.from(code.matchAll(/`+/g), ([ticks]) => ticks.length));
  const fence = '`'.repeat(most + 1);
  const room = /^`|`$/.test(code) ? ' ' : '';
  return `${fence}${room}${code}${room}${fence}`;
}
