import { closest, distance } from 'fastest-levenshtein';

/** More slips than this per letter, and two words have nothing to do with each other. */
const slipsPerLetter = 0.4;

/**
 * ` Did you mean 'authnz'?` for a word that is nearly one of the known ones, to stand behind the sentence that refuses
 * it; empty when none is near.
 */
export function didYouMean(word: string, known: readonly string[]): string {
  if (known.length === 0) return '';
  const written = word.toLowerCase();
  const byWriting = new Map(known.map((one) => [one.toLowerCase(), one]));
  const near = closest(written, [...byWriting.keys()]);
  const slips = distance(written, near);
  return slips <= Math.max(word.length, near.length) * slipsPerLetter
    ? ` Did you mean '${byWriting.get(near)}'?`
    : '';
}
