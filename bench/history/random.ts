import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Random numbers from a seed. */
export interface Random {
  /** From 0, below 1. */
  uniform: () => number;
  chance: (probability: number) => boolean;
  /** From `low` to `high`, each order of magnitude as probable as another. */
  logUniform: (low: number, high: number) => number;
  /** From 0: failures before the first success, with this mean. */
  geometric: (mean: number) => number;
  /** A whole number from 0, below `end`. */
  below: (end: number) => number;
  /** A normal deviate. */
  normal: () => number;
}

export function randomFrom(seed: number): Random {
  const generator = xoroshiro128plus(seed);
  const uniform = () => uniformFloat64(generator);
  return {
    uniform,
    chance: (probability) => uniform() < probability,
    logUniform: (low, high) => low * (high / low) ** uniform(),
    geometric: (mean) => Math.floor(Math.log(1 - uniform()) / Math.log(mean / (1 + mean))),
    below: (end) => Math.floor(uniform() * end),
    normal: () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform()),
  };
}
