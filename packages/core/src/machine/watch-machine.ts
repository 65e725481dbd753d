import { monitorEventLoopDelay } from 'node:perf_hooks';
import { cpuCounters } from './cpu-counters.ts';
import { type MachineSample, machineSample } from './machine-sample.ts';

/** Milliseconds between two looks: shorter ones tell little, for the counters go on in steps of 10. */
const everyMs = 1_000;
/** Milliseconds until the first look: what has just begun has to know soon. */
const firstMs = 250;
/** Milliseconds between two looks of Node at its event loop; they are part of the delay that it tells. */
const resolution = 20;

/**
 * Watches the machine, soon and then once a second, for as long as it is not disposed of; keeps no process from ending.
 * @param root Process whose work, with that of its descendants, is our own.
 */
export function watchMachine(root: number, onSample: (sample: MachineSample) => void): Disposable {
  const delay = monitorEventLoopDelay({ resolution });
  delay.enable();
  let [since, before, used] = [performance.now(), cpuCounters(root), process.cpuUsage()];
  const look = () => {
    const [now, after, { user, system }] = [performance.now(), cpuCounters(root), process.cpuUsage(used)];
    // A process that was busy itself did not stand still.
    const lag = Math.max(0, Math.round(delay.max / 1e6 - resolution - (user + system) / 1e3));
    delay.reset();
    onSample(machineSample({ ms: Math.round(now - since), lag }, before, after));
    [since, before, used] = [now, after, process.cpuUsage()];
  };
  const first = setTimeout(look, firstMs).unref();
  const timer = setInterval(look, everyMs).unref();
  return {
    [Symbol.dispose]: () => {
      clearTimeout(first);
      clearInterval(timer);
      delay.disable();
    },
  };
}
