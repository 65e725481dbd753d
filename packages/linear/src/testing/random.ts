/** A random number generator that repeats its sequence for the same seed. */
export interface Random {
  /** From 0 up to 1. */
  next(): number;
  /** True with this probability. */
  chance(probability: number): boolean;
  between(from: number, to: number): number;
  pick<T>(items: readonly [T, ...T[]]): T;
  uuid(): string;
}

/** Mulberry32 (public domain, Tommy Ettinger): 32 bits of state are enough to vary tests. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d_2b_79_f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const digit = () => Math.floor(next() * 16).toString(16);
  return {
    next,
    chance: (probability) => probability > 0 && next() < probability,
    between: (from, to) => from + next() * (to - from),
    pick: (items) => items[Math.floor(next() * items.length)] ?? items[0],
    uuid: () =>
      'xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx'.replace(/[xy]/g, (place) =>
        place === 'x' ? digit() : (8 + Math.floor(next() * 4)).toString(16),
      ),
  };
}
