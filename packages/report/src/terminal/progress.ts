import { styleText } from 'node:util';
import { oneLine } from '../verdict/visible-text.ts';
import { testScope } from '../verdict/test-scope.ts';
import type { Attempt, EventOf, PlannedTest } from '@uat/record';

/** The end of an attempt at a test. */
type Ending = Attempt | EventOf<'ineligible'>;

/** Shows the progress of a run. */
export interface Progress {
  started(test: PlannedTest): void;
  finished(test: PlannedTest, end: Ending): void;
  done(): void;
}

const marks = {
  passed: ['green', '✓'],
  failed: ['red', '✗'],
  flaky: ['yellow', '~'],
  skipped: ['gray', '-'],
  ineligible: ['gray', '-'],
  notRun: ['yellow', '-'],
} as const;

/**
 * Progress on a stream: on a terminal a moving line with the failures above it, elsewhere one plain line per finished
 * test. Colour follows `NO_COLOR`, and whether the stream is a terminal.
 */
export function progress(total: number, stream: NodeJS.WriteStream = process.stdout): Progress {
  const live = stream.isTTY && !process.env['CI'];
  const running = new Map<string, PlannedTest>();
  const failed = new Set<string>();
  let finished = 0;

  const clear = () => live && stream.write('\r\x1b[2K');
  const draw = () => {
    if (!live) return;
    const [current] = running.values();
    const text = `  ${finished}/${total} ${current === undefined ? '' : `${testScope(current)} › ${oneLine(current.title)}`}`;
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
      const kind = kindOf(end, failed);
      if (kind === 'failed') failed.add(test.id);
      if (!live || kind === 'failed') {
        clear();
        stream.write(`${lineOf(test, end, kind, stream)}\n`);
      }
      draw();
    },
    done: clear,
  };
}

/** @param failed Ids of the tests with a failed attempt. */
function kindOf(end: Ending, failed: ReadonlySet<string>): keyof typeof marks {
  if (end.event === 'ineligible') return end.event;
  if (end.status === 'passed' && failed.has(end.id)) return 'flaky';
  return end.status === 'timedOut' || end.status === 'interrupted' ? 'failed' : end.status;
}

function lineOf(
  test: PlannedTest,
  end: Ending,
  kind: keyof typeof marks,
  stream: NodeJS.WriteStream,
): string {
  const [colour, mark] = marks[kind];
  const detail =
    end.event === 'ineligible'
      ? end.reason
      : (end.error?.message ?? end.reason ?? `${(end.ms / 1000).toFixed(1)} s`);
  return `  ${styleText(colour, mark, { stream })} ${testScope(test)} › ${oneLine(test.title)}  ${styleText('gray', oneLine(detail), { stream })}`;
}
