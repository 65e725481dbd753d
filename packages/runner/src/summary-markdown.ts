import { placeOf } from './place-of.ts';
import type { Verdict, VerdictFailure } from './verdict.ts';
import { verdictSentence } from './verdict-sentence.ts';

/** A verdict as Markdown, for a job summary or a comment on a ticket. */
export function summaryMarkdown(verdict: Verdict): string {
  const { counts, failures, notEligible, trouble } = verdict;
  const { name, url, regressions = [] } = verdict.target;
  const broken = regressions.length === 0 ? '' : ` with ${regressions.join(', ')} switched on`;
  const where = `${url === null ? name : `${name} (${url})`}${broken}`;
  return [
    `## UAT: ${verdict.kind}`,
    '',
    `${verdictSentence(verdict)} Target ${where}, lane ${verdict.lane}, run \`${verdict.runId}\`, ${verdict.seconds} s.`,
    '',
    '| discovered | passed | failed | flaky | skipped | not eligible | not run | dependency |',
    '| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
    `| ${[counts.discovered, counts.passed, counts.failed, counts.flaky, counts.skipped, counts.notEligible, counts.notRun, counts.dependency].join(' | ')} |`,
    ...section('Failures', failures.map(failureLines)),
    ...section(
      'Trouble',
      trouble.map((line) => `- ${cell(line)}`),
    ),
    ...section(
      'Not proven here',
      notEligible.map(({ id, reason }) => `- \`${id}\`: ${cell(reason)}`),
    ),
    '',
  ].join('\n');
}

function section(title: string, lines: string[]): string[] {
  return lines.length === 0 ? [] : ['', `### ${title}`, '', ...lines];
}

function failureLines(failure: VerdictFailure): string {
  const about = [...failure.tickets, ...failure.regressions].join(', ');
  return `- **${cell(failure.title)}** (${placeOf(failure)}; ${about}; ${failure.class})  \n  ${cell(failure.error)}  \n  \`${failure.rerun}\``;
}

/** Keeps a foreign text on its line and from being read as markup. */
function cell(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll(/[<>|*_`[\]]/g, String.raw`\$&`);
}
