import { slownessOf, watchMachine } from '@uat/core';
import { recordEvent } from '@uat/record';

/**
 * Records in a run's folder when this machine is slow, until it is disposed of. Slow is what others make it: the work of
 * this process and of all that it started, browsers and an embedded platform among them, is the run's own.
 */
export function witness(runFolder: string): Disposable {
  return watchMachine(process.pid, (sample) => {
    if (slownessOf(sample) === 1) return;
    const startedAt = new Date(Date.now() - sample.ms).toISOString();
    recordEvent(runFolder, { event: 'machine', startedAt, ...sample });
  });
}
