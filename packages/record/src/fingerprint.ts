import { createHash } from 'node:crypto';

/** Parts that differ between two occurrences of one error, with their replacements. */
const incidental: readonly [RegExp, string][] = [
  [/\b[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\b/gi, '<id>'],
  [/\b\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?/g, '<time>'],
  // Names made by a run, hashes, tokens: words of letters and digits.
  [/\b(?=[\w-]*\d)(?=[\w-]*[a-z])[\w-]{8,}\b/gi, '<name>'],
  [/\b\d+(?:\.\d+)?(?= ?m?s\b)/g, '<time>'],
  [/:\d{4,5}\b/g, ':<port>'],
];

/**
 * Twelve hex digits, the same for errors that differ only in ids, times, names made by a run, and ports. Statuses and
 * counts matter: 500 instead of 401 is another error than 200.
 */
export function fingerprint(message: string): string {
  const same = incidental.reduce((text, [what, instead]) => text.replaceAll(what, instead), message);
  return createHash('sha256').update(same).digest('hex').slice(0, 12);
}
