import { monitorEventLoopDelay } from 'node:perf_hooks';
import { cpuCounters } from './cpu-counters.ts';
import { type MachineSample, machineSample } from './machine-sample.ts';

/** Milliseconds between two samples; the counters advance in steps of 10, so shorter intervals say little. */
const everyMs = 1_000;
/** Milliseconds until the first sample: tests that have just begun need one soon. */
const firstMs = 250;
/** Milliseconds between Node's own checks of its event loop; they are part of the delay that it reports. */
const resolution = 20;

/**
 * Samples the load of the machine, soon and then once a second, until disposed; does not keep the process alive.
 * @param root Process whose work, with that of its descendants, belongs to this run.
 */
export function watchMachine(root: number, onSample: (sample: MachineSample) => void): Disposable {
  const delay = monitorEventLoopDelay({ resolution });
  delay.enable();
  let [since, before, used] = [performance.now(), cpuCounters(root), process.cpuUsage()];
  const look = () => {
    const [now, after, { user, system }] = [performance.now(), cpuCounters(root), process.cpuUsage(used)];
    // The time in which this process was busy is no delay.
    const lag = Math.max(0, Math.round(delay.max / 1e6 - resolution - (user + system) / 1e3));
    delay.reset();
    onSample(machineSample({ ms: Math.round(now - since), lag }, before, after));
    [since, before, used] = [now, after, process.cpuUsage()];
  };
  // The histogram takes in a delay at its next timer: a sample from ours could come before, and miss the delay.
  let turn: NodeJS.Timeout | undefined;
  const lookSoon = () => void (turn = setTimeout(look, resolution).unref());
  const first = setTimeout(lookSoon, firstMs).unref();
  const timer = setInterval(lookSoon, everyMs).unref();
  return {
    [Symbol.dispose]: () => {
      clearTimeout(first);
      clearInterval(timer);
      clearTimeout(turn);
      delay.disable();
    },
  };
}
