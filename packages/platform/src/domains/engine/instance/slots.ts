import { EngineError } from './engine-error.ts';

/** Slots for concurrent requests, with a bounded queue. */
export interface Slots {
  /** Waits for a slot. Throws an EngineError when the queue is full, and the reason of `signal` when aborted. */
  take(signal: AbortSignal): Promise<Disposable>;
  /** Numbers of taken slots and of waiting requests. */
  readonly load: { taken: number; waiting: number };
}

/** Slots for `count` concurrent requests and `queue` waiting ones. */
export function createSlots(count: number, queue: number): Slots {
  let taken = 0;
  const line: (() => void)[] = [];

  const place = (): Disposable => {
    let given = false;
    return {
      [Symbol.dispose]() {
        if (given) return;
        given = true;
        const next = line.shift();
        if (next) next();
        else taken -= 1;
      },
    };
  };

  return {
    async take(signal) {
      signal.throwIfAborted();
      if (taken < count) {
        taken += 1;
        return place();
      }
      if (line.length >= queue)
        throw new EngineError(503, 'The model has as many requests as it can take. Try again shortly.', {
          type: 'overloaded_error',
          code: 'overloaded',
        });
      const { promise, resolve, reject } = Promise.withResolvers<undefined>();
      const enter = () => resolve(undefined);
      const leave = () => {
        const index = line.indexOf(enter);
        if (index !== -1) line.splice(index, 1);
        reject(signal.reason);
      };
      line.push(enter);
      signal.addEventListener('abort', leave, { once: true });
      await promise.finally(() => signal.removeEventListener('abort', leave));
      return place();
    },
    get load() {
      return { taken, waiting: line.length };
    },
  };
}
