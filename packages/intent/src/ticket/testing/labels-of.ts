import { vocabulary } from '../vocabulary.ts';

/** The labels of a field that can stand alone, as the vocabulary has them. */
export function labelsOf(meaning: keyof typeof vocabulary): string[] {
  return vocabulary[meaning].filter((label) => !label.endsWith('…'));
}
