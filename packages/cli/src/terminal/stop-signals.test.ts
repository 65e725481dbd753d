import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { execa } from 'execa';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { stopSignals } from './stop-signals.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

test('nothing stops a command by itself', () => {
  using stop = stopSignals();
  vi.advanceTimersByTime(3_600_000);

  expect(stop.reason()).toBeUndefined();
  expect(stop.signal.aborted).toBe(false);
});

test('the death of the parent counts as SIGTERM', () => {
  using stop = stopSignals();

  vi.spyOn(process, 'ppid', 'get').mockReturnValue(1);
  vi.advanceTimersByTime(1_000);

  expect(stop.reason()).toBe('SIGTERM');
  expect(stop.signal.aborted).toBe(true);
});

test('disposing leaves no listener behind', () => {
  const listening = () => [process.listenerCount('SIGINT'), process.listenerCount('SIGTERM')];
  const before = listening();

  const stop = stopSignals();
  const between = listening();
  stop[Symbol.dispose]();

  expect(between).toEqual(before.map((count) => count + 1));
  expect(listening()).toEqual(before);
});

describe('a signal', () => {
  // In a process of its own: the signals are real.
  const script = `
    import { stopSignals } from ${JSON.stringify(new URL('stop-signals.ts', import.meta.url))};
    const stop = stopSignals();
    const awake = setInterval(() => undefined, 1_000);
    console.log('ready');
    stop.signal.addEventListener('abort', () => {
      console.log(stop.reason());
      process.once('SIGHUP', () => {
        console.log(stop.reason());
        stop[Symbol.dispose]();
        clearInterval(awake);
      });
      console.log('stopped');
    });`;

  test.each(['SIGINT', 'SIGTERM'] as const)(
    '%s stops the command, and what comes later is not the reason',
    async (first) => {
      vi.useRealTimers();
      const child = execa(process.execPath, ['--input-type=module', '--eval', script], { buffer: false });
      const lines = createInterface({ input: child.stdout });
      const said: string[] = [];
      lines.on('line', (line) => {
        said.push(line);
        if (line === 'ready') child.kill(first);
        if (line !== 'stopped') return;
        child.kill(first === 'SIGINT' ? 'SIGTERM' : 'SIGINT');
        child.kill('SIGHUP');
      });

      await Promise.all([child, once(lines, 'close')]);

      expect(said).toEqual(['ready', first, 'stopped', first]);
    },
  );
});
