import { styleText } from 'node:util';
import { oneLine } from './visible-text.ts';
import { placeOf } from './place-of.ts';
import type { JudgedTest, PlannedTest, TestNotRun } from './run-events.ts';

/** Shows a run while it goes on. */
export interface Progress {
  started(test: PlannedTest): void;
  finished(test: PlannedTest, end: JudgedTest | TestNotRun): void;
  done(): void;
}

const marks = {
  passed: ['green', '✓'],
  failed: ['red', '✗'],
  flaky: ['yellow', '~'],
  skipped: ['gray', '-'],
  notEligible: ['gray', '-'],
  notRun: ['yellow', '-'],
} as const;

/**
 * Progress on a stream: on a terminal one line that moves and the failures above it, elsewhere one plain line per
 * finished test. Colour follows `NO_COLOR` and whether the stream is a terminal.
 */
export function progress(total: number, stream: NodeJS.WriteStream = process.stdout): Progress {
  const live = stream.isTTY && !process.env['CI'];
  const running = new Map<string, PlannedTest>();
  let finished = 0;

  const clear = () => live && stream.write('\r\x1b[2K');
  const draw = () => {
    if (!live) return;
    const [current] = running.values();
    const text = `  ${finished}/${total} ${current === undefined ? '' : `${placeOf(current)} › ${oneLine(current.title)}`}`;
    stream.write(`\r\x1b[2K${text.slice(0, (stream.columns || 80) - 1)}`);
  };

  return {
    started(test) {
      running.set(test.id, test);
      draw();
    },
    finished(test, end) {
      running.delete(test.id);
      finished += 1;
      if (!live || outcomeOf(end) === 'failed') {
        clear();
        stream.write(`${lineOf(test, end, stream)}\n`);
      }
      draw();
    },
    done: clear,
  };
}

const outcomeOf = (end: JudgedTest | TestNotRun) => (end.event === 'notRun' ? end.event : end.outcome);

function lineOf(test: PlannedTest, end: JudgedTest | TestNotRun, stream: NodeJS.WriteStream): string {
  const [colour, mark] = marks[outcomeOf(end)];
  const detail =
    end.event === 'notRun' ? end.reason : (end.failure?.error ?? end.reason ?? `${end.seconds.toFixed(1)} s`);
  return `  ${styleText(colour, mark, { stream })} ${placeOf(test)} › ${oneLine(test.title)}  ${styleText('gray', oneLine(detail), { stream })}`;
}
