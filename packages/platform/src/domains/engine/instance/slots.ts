import { EngineError } from './engine-error.ts';

/** Places for requests at work; who finds none waits, and who finds the waiting line full is sent away. */
export interface Slots {
  /** Waits for a place; throws an EngineError when too many wait already, and the reason of `signal` when aborted. */
  take(signal: AbortSignal): Promise<Disposable>;
  /** How many are taken, and how many wait. */
  readonly load: { taken: number; waiting: number };
}

/** Slots for `count` requests at once and `queue` in line. */
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
