import { closest, distance } from 'fastest-levenshtein';

/** Above this number of edits per letter, two words are unrelated. */
const slipsPerLetter = 0.4;

/**
 * The suggestion ` Did you mean 'authnz'?` for a word close to a known one, to append to the sentence that refuses the
 * word; empty when no known word is close.
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
