import { randomInt } from 'node:crypto';
import { configurationError } from '@uat/core';
import { type Part, partOf, sampleOf } from '@uat/efficacy';
import { wholeNumber } from './whole-number.ts';

export interface FaultSelection {
  /** How many are drawn at random. */
  sample?: string;
  /** What the draw follows from. */
  seed?: string;
  /** `1/2`: every second one, from the first. */
  part?: string;
}

/** Chooses some of the faults of an area, and says what it chose. */
export type ChooseFaults = <Fault extends { id: string }>(
  faults: readonly Fault[],
) => { chosen: Fault[]; said: string[] };

/**
 * Reads which of the faults of each area are wanted: a sample of them, of that a part, all by default. Without a seed
 * one is drawn, and said, so that the same sample can be had again.
 * @throws UatError (configuration) for numbers that make no sample and no part.
 */
export function chosenFaults(selection: FaultSelection, drawSeed = () => randomInt(2 ** 31)): ChooseFaults {
  const { sample, seed: givenSeed, part: givenPart } = selection;
  if (givenSeed !== undefined && sample === undefined)
    throw configurationError('--seed says which sample is drawn: say with --sample how many faults.');
  const size = sample === undefined ? undefined : wholeNumber('--sample', sample, 1);
  const seed = givenSeed === undefined ? drawSeed() : wholeNumber('--seed', givenSeed, 0);
  const part = givenPart === undefined ? undefined : partNamed(givenPart);
  return (faults) => {
    const drawn = size === undefined ? [...faults] : sampleOf(faults, { size, seed });
    const chosen = part === undefined ? drawn : partOf(drawn, part);
    return {
      chosen,
      said: [
        ...(size === undefined ? [] : [`sample   ${sampleSentence(size, faults.length, seed)}`]),
        ...(part === undefined ? [] : [`part     ${part.index} of ${part.of}`]),
        ...(size === undefined && part === undefined
          ? []
          : [`faults  ${chosen.map(({ id }) => id).join(' ') || 'none'}`]),
      ],
    };
  };
}

function sampleSentence(size: number, there: number, seed: number): string {
  return size > there
    ? `all ${there}, for there are no ${size} (--seed ${seed})`
    : `${size} of ${there} (--seed ${seed})`;
}

function partNamed(text: string): Part {
  const [, index = 0, of = 0] = (/^(\d+)\/(\d+)$/.exec(text) ?? []).map(Number);
  if (index >= 1 && index <= of) return { index, of };
  throw configurationError(`--part takes one of several parts, such as 1/2 or 2/2, not '${text}'.`);
}
