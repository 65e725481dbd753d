import { styleText } from 'node:util';
import type { SelectedArea, EfficacyReport, FaultResult } from '@uat/efficacy';
import type { PlannedTest } from '@uat/record';

export interface EfficacyProgress {
  baseline: (promisesKept: number, falseAlarms: string[]) => void;
  result: (result: FaultResult) => void;
  done: (report: EfficacyReport) => void;
}

/** Prints results as they arrive: a line per fault, and the totals at the end. */
export function efficacyProgress({
  name,
  faults,
  tests,
  cached,
  stopWhenCaught,
  output,
}: SelectedArea & {
  tests: readonly PlannedTest[];
  /** Number of runs whose outcome is cached. */
  cached: number;
  /** Whether each run ends with the first confirmed catch. */
  stopWhenCaught: boolean;
  output: NodeJS.WriteStream;
}): EfficacyProgress {
  const paint = (style: Parameters<typeof styleText>[0], text: string) =>
    styleText(style, text, { stream: output });
  const say = (mark: string, id: string, text: string) =>
    void output.write(`  ${mark} ${id.padEnd(width)}  ${text}\n`);
  const titleOf = (id: string | undefined) => tests.find((test) => test.id === id)?.title ?? id ?? '';
  const width = Math.max('clean'.length, ...faults.map(({ id }) => id.length));
  const count = faults.length === 1 ? '1 fault' : `${faults.length} faults`;
  const how = stopWhenCaught ? 'each until a test has caught it' : 'a run for each';
  const before = cached === 0 ? '' : `; ${cached} of the runs were made before, on the same sources`;
  output.write(`  ${paint('bold', name)}: ${count}, ${how}${before}\n`);

  return {
    baseline(promisesKept, falseAlarms) {
      const mark = falseAlarms.length === 0 ? paint('green', '✓') : paint('red', '✗');
      const promises = promisesKept === 1 ? '1 promise' : `${promisesKept} promises`;
      say(mark, 'clean', `${promises} kept, ${alarms(falseAlarms.length)}`);
      for (const id of falseAlarms) say(' ', '', paint('red', `false alarm: ${titleOf(id)}`));
    },
    result(result) {
      const { fault: id, caughtBy, alsoRed, seconds } = result.row;
      const fault = faults.find((one) => one.id === id);
      if (result.kind === 'broken') return say(paint('yellow', '!'), id, `BROKEN: ${result.why}`);
      const others = alsoRed.length === 0 ? '' : paint('gray', `, ${alsoRed.length} also red`);
      if (result.kind === 'survived') {
        return say(paint('red', '✗'), id, `${paint('red', 'SURVIVED')}: ${fault?.sentence ?? ''}${others}`);
      }
      const more = caughtBy.length === 1 ? '' : paint('gray', ` and ${caughtBy.length - 1} more`);
      const time = seconds === null ? '' : `${seconds.toFixed(1)} s  `;
      const mark = result.unexplained.length === 0 ? paint('green', '✓') : paint('red', '✗');
      say(mark, id, `${time}${titleOf(caughtBy[0])}${more}${others}`);
      for (const test of result.unexplained)
        say(' ', '', paint('red', `also red, and the fault does not explain it: ${titleOf(test)}`));
    },
    done({ total, caught, survived, broken, falseAlarms, secondsToDetect: { median, max }, apfd }) {
      const parts = [
        `${caught} of ${total} caught`,
        ...(survived.length === 0
          ? []
          : [paint('red', `${survived.length} survived (${survived.join(', ')})`)]),
        ...(broken.length === 0 ? [] : [paint('yellow', `${broken.length} broken (${broken.join(', ')})`)]),
        alarms(falseAlarms.length),
        ...(median === null || max === null
          ? []
          : [`detected after ${median} s (median), ${max} s (longest)`]),
        ...(apfd === null ? [] : [`APFD ${apfd}`]),
      ];
      output.write(`\n  ${paint('bold', name)}: ${parts.join(', ')}\n`);
    },
  };
}

const alarms = (count: number) =>
  count === 0 ? 'no false alarm' : count === 1 ? '1 false alarm' : `${count} false alarms`;
