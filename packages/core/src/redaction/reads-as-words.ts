/** More consonants in a row than words have. */
const unspeakable = /[bcdfghjklmnpqrstvwxz]{4}/i;
const oneStyle = /^(?:\p{Lu}?\p{Ll}+|\p{Lu}+)$/u;
/** Years, ports, counts; longer numbers may identify something. */
const everydayNumber = /^\d{1,4}$/;

/**
 * Whether a text is words and small numbers as in any report (`kamiwaza`, `/api/auth/users`, `2026-11-22`), rather than
 * a generated secret: letters mixed with digits or in mixed case, long numbers, unpronounceable letters.
 */
export function readsAsWords(text: string): boolean {
  return text
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .every((part) => part === '' || everydayNumber.test(part) || isWord(part));
}

function isWord(part: string): boolean {
  if (!oneStyle.test(part)) return false;
  const plain = part.normalize('NFD').replaceAll(/\p{M}/gu, '');
  if (unspeakable.test(plain)) return false;
  const vowels = plain.match(/[aeiouy]/gi)?.length ?? 0;
  return plain.length < 4 || vowels * 5 >= plain.length;
}
