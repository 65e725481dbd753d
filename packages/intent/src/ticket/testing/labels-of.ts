import type { LabelMeaning } from '../vocabulary/label-meaning.ts';
import { vocabulary } from '../vocabulary/vocabulary.ts';

/** The labels of a field that can be used on their own, from the vocabulary. */
export function labelsOf(wanted: LabelMeaning): string[] {
  return vocabulary
    .filter(({ phrase, meaning }) => meaning === wanted && !phrase.endsWith('…'))
    .map(({ phrase }) => phrase);
}
