import { type FieldName, fieldNames } from '../ticket-fields.ts';

/**
 * What a label can stand for: a field, goals (which are success criteria when they measure something), the checklist of
 * readiness (which counts for nothing), or something else.
 */
export type LabelMeaning = FieldName | 'goals' | 'readiness' | 'elsewhere' | 'aside' | 'other';

/**
 * The labels of a language. Lower case, without accents on capitals, hyphens as spaces. A phrase that ends with … may be
 * followed by its sentence at once.
 */
export type Labels = Readonly<Record<LabelMeaning, readonly string[]>>;

/** Whether a label stands for a field of the ticket. */
export const isField = (meaning: LabelMeaning | undefined): meaning is FieldName =>
  fieldNames.some((name) => name === meaning);
