import { styleText } from 'node:util';
import type { HarnessReport, Situation, SituationScore } from '@uat/efficacy';

export interface HarnessProgress {
  scored: (score: SituationScore) => void;
  done: (report: HarnessReport) => void;
}

/** Prints scores as they arrive: a line per situation, and the totals at the end. */
export function harnessProgress(
  situations: readonly Situation[],
  output: NodeJS.WriteStream,
): HarnessProgress {
  const paint = (style: Parameters<typeof styleText>[0], text: string) =>
    styleText(style, text, { stream: output });
  const width = Math.max(0, ...situations.map(({ id }) => id.length));
  const count = situations.length === 1 ? '1 situation' : `${situations.length} situations`;
  output.write(`  ${paint('bold', 'harness')}: ${count}, each with a twin without the trouble\n`);
  const indented = (text: string) => output.write(`    ${' '.repeat(width)}  ${paint('red', text)}\n`);

  return {
    scored({ situation, trouble, expected, got, isRight, isFalseAlarm, seconds }) {
      const mark = isRight && !isFalseAlarm ? paint('green', '✓') : paint('red', '✗');
      const time = `${seconds.toFixed(1)} s`.padStart(6);
      output.write(
        `  ${mark} ${situation.padEnd(width)}  ${time}  ${endText(got)}  ${paint('gray', trouble)}\n`,
      );
      if (!isRight) {
        indented(`expected ${endText(expected)}, got ${endText(got)}`);
        for (const leak of got.leaks) indented(`a secret is in ${leak}`);
        for (const line of got.trouble) indented(line);
      }
      if (isFalseAlarm) indented('false alarm: its twin is not green');
    },
    done({ total, right, falseGreens, confused, falseAlarms, seconds }) {
      const share = total === 0 ? 0 : (100 * right) / total;
      const parts = [
        `${right} of ${total} right (${share.toFixed(1)} %)`,
        counted(falseGreens, 'false green'),
        counted(
          confused,
          'mix-up of infrastructure and regression',
          'mix-ups of infrastructure and regression',
        ),
        counted(falseAlarms, 'false alarm'),
        `${Math.round(seconds)} s`,
      ];
      output.write(`\n  ${paint('bold', 'harness')}: ${parts.join(', ')}\n`);
    },
  };
}

const endText = ({ exitCode, kind, cause, counts = {} }: Omit<SituationScore['got'], 'trouble' | 'leaks'>) =>
  [
    `${exitCode ?? 'killed'} ${kind ?? 'no verdict'}`,
    ...(cause === undefined ? [] : [`(${cause})`]),
    ...Object.entries(counts).map(([name, number]) => `${number} ${name}`),
  ].join(' ');

function counted(ids: readonly string[], one: string, several = `${one}s`): string {
  if (ids.length === 0) return `no ${one}`;
  return `${ids.length} ${ids.length === 1 ? one : several} (${ids.join(', ')})`;
}
