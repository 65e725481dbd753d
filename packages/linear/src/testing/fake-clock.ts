import { setImmediate as macrotask } from 'node:timers/promises';
import type { Clock } from '../clock.ts';

/** A clock that stands still until a test advances it. */
export interface FakeClock extends Clock {
  /** Advances by `ms`; everything due on the way happens in order, each at its own time. */
  advance(ms: number): Promise<void>;
  /** When the next sleeper wakes, in milliseconds since 1970. */
  nextWake(): number | undefined;
}

interface Sleeper {
  readonly at: number;
  readonly number: number;
  wake(): void;
}

/** Turns of the event loop that let woken code reach its next wait. Real network traffic also needs `settled()`. */
const turns = 5;

export function createFakeClock(start = Date.parse('2026-12-01T09:00:00Z')): FakeClock {
  let now = start;
  let number = 0;
  const sleepers = new Set<Sleeper>();

  const next = () =>
    [...sleepers].reduce<Sleeper | undefined>(
      (first, one) =>
        first === undefined || one.at < first.at || (one.at === first.at && one.number < first.number)
          ? one
          : first,
      undefined,
    );

  const settle = async () => {
    for (let turn = 0; turn < turns; turn += 1) await macrotask();
  };

  return {
    now: () => now,

    sleep(ms, signal) {
      return new Promise((resolve, reject) => {
        if (signal?.aborted === true) return reject(signal.reason as Error);
        number += 1;
        const sleeper: Sleeper = {
          at: now + Math.max(0, ms),
          number,
          wake: () => {
            sleepers.delete(sleeper);
            signal?.removeEventListener('abort', stop);
            resolve();
          },
        };
        const stop = () => {
          sleepers.delete(sleeper);
          reject(signal?.reason as Error);
        };
        signal?.addEventListener('abort', stop, { once: true });
        sleepers.add(sleeper);
      });
    },

    async advance(ms) {
      const until = now + ms;
      await settle();
      for (let due = next(); due !== undefined && due.at <= until; due = next()) {
        now = Math.max(now, due.at);
        due.wake();
        await settle();
      }
      now = until;
    },

    nextWake: () => next()?.at,
  };
}
