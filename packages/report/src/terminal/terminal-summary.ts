import { styleText } from 'node:util';
import { oneLine, visibleText } from '../verdict/visible-text.ts';
import { testScope } from '../verdict/test-scope.ts';
import type { Verdict, VerdictFailure, VerdictKind } from '@uat/record';
import type { AreaCounts } from './area-counts.ts';
import { quarantineSentence } from '../verdict/quarantine-sentence.ts';
import { witnessSentence } from '../verdict/witness-sentence.ts';
import { verdictSentence } from '../verdict/verdict-sentence.ts';

const colours = {
  pass: 'green',
  regression: 'red',
  infrastructure: 'yellow',
  configuration: 'yellow',
  empty: 'yellow',
  interrupted: 'yellow',
} as const satisfies Record<VerdictKind, string>;

export interface TerminalSummaryOptions {
  verdict: Verdict;
  /** Counts of the areas, in the order of the plan. */
  areas: readonly AreaCounts[];
  /** Paths of files to open, by label: `report` → a path. */
  files: Record<string, string>;
  stream?: NodeJS.WriteStream;
}

/**
 * The result of a run on one screen: verdict, counts per area, each failure with its rerun command, paths of the files.
 */
export function terminalSummary({
  verdict,
  areas,
  files,
  stream = process.stdout,
}: TerminalSummaryOptions): string {
  const paint = (style: Parameters<typeof styleText>[0], text: string) => styleText(style, text, { stream });
  const { target, kind, seconds } = verdict;
  const version = target.version === null ? '' : `, Kamiwaza ${target.version}`;
  const width = Math.max(8, ...areas.map(({ name }) => name.length));

  return [
    '',
    `  ${paint([colours[kind], 'bold', 'inverse'], ` ${kind.toUpperCase()} `)}  ${verdictSentence(verdict)}`,
    `  ${paint('gray', `${target.name}${target.url === null ? '' : ` (${target.url}${version})`}, ${seconds} s`)}`,
    ...(target.faults === undefined ? [] : [`  ${paint('yellow', `seeded: ${target.faults.join(', ')}`)}`]),
    ...(areas.length === 0 ? [] : ['']),
    ...areas.map(({ name, counts, dependency }) => {
      const parts = [
        counts.passed > 0 ? paint('green', `${counts.passed} passed`) : '',
        counts.failed > 0 ? paint('red', `${counts.failed} failed`) : '',
        counts.quarantined > 0 ? paint('yellow', `${counts.quarantined} in quarantine`) : '',
        counts.skipped > 0 ? `${counts.skipped} skipped` : '',
        counts.notEligible > 0 ? `${counts.notEligible} not eligible` : '',
        counts.notRun > 0 ? paint('yellow', `${counts.notRun} not run`) : '',
      ].filter(Boolean);
      return `  ${name.padEnd(width)}  ${parts.join(', ')}${dependency ? paint('gray', '  (required by the others)') : ''}`;
    }),
    ...verdict.failures.flatMap((failure) => [
      '',
      `  ${paint(failure.quarantine === undefined ? 'red' : 'yellow', '✗')} ${testScope(failure)} › ${oneLine(failure.title)}  ${paint('cyan', [...failure.tickets, ...failure.catches].join(' '))}`,
      `    ${oneLine(failure.error)}`,
      ...(failure.cause === 'product' ? [] : [`    ${paint('yellow', `not the product: ${failure.cause}`)}`]),
      ...(isPlain(failure) ? [] : [`    ${paint('gray', oneLine(witnessSentence(failure)))}`]),
      ...(failure.quarantine === undefined
        ? []
        : [`    ${paint('yellow', oneLine(quarantineSentence(failure.quarantine)))}`]),
      `    ${paint('gray', visibleText(failure.rerun))}`,
    ]),
    ...(verdict.flaky.length === 0 ? [] : ['']),
    ...verdict.flaky.map(
      (one) =>
        `  ${paint('yellow', '~')} ${testScope(one)} › ${oneLine(one.title)}  ${paint('gray', `passed on a retry, after: ${oneLine(one.error)}`)}`,
    ),
    ...(verdict.trouble.length === 0
      ? []
      : ['', ...verdict.trouble.map((line) => `  ${paint('yellow', '!')} ${visibleText(line)}`)]),
    ...notProven(verdict, paint),
    '',
    ...Object.entries(files).map(([label, file]) => `  ${label.padEnd(width)}  ${paint('gray', file)}`),
    '',
  ].join('\n');
}

/** Whether a failure needs no explanation: the product broke a promise, and there is no doubt about it. */
const isPlain = ({ cause, confidence, labels }: VerdictFailure) =>
  cause === 'product' && confidence === 'high' && labels.length === 0;

function notProven(verdict: Verdict, paint: (style: 'gray', text: string) => string): string[] {
  const reasons = Map.groupBy(verdict.notEligible, ({ reason }) => reason);
  if (reasons.size === 0) return [];
  return [
    '',
    ...[...reasons].map(
      ([reason, tests]) => `  ${paint('gray', '-')} not proven here: ${tests.length} × ${oneLine(reason)}`,
    ),
  ];
}
