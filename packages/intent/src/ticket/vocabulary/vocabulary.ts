import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { ja } from './ja.ts';
import type { LabelMeaning } from './label-meaning.ts';

/** Every label that is known, with what it stands for. */
export const vocabulary: readonly { phrase: string; meaning: LabelMeaning }[] = [en, es, fr, de, ja].flatMap(
  (labels) =>
    Object.entries(labels).flatMap(([meaning, phrases]) =>
      phrases.map((phrase) => ({ phrase, meaning: meaning as LabelMeaning })),
    ),
);
