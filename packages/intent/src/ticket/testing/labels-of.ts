import type { LabelMeaning } from '../vocabulary/label-meaning.ts';
import { vocabulary } from '../vocabulary/vocabulary.ts';

/** The labels of a field that can stand alone, as the vocabulary has them. */
export function labelsOf(wanted: LabelMeaning): string[] {
  return vocabulary
    .filter(({ phrase, meaning }) => meaning === wanted && !phrase.endsWith('…'))
    .map(({ phrase }) => phrase);
}
