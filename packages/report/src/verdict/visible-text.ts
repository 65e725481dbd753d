/**
 * What a reader does not see and a terminal or a browser obeys, or a reader of XML refuses: control characters, those that
 * turn the direction of writing, halves of characters, and U+FFFE and U+FFFF (https://www.w3.org/TR/xml/#charsets).
 */
const obeyed = /[\p{Cc}\u061C\u200E\u200F\u2028\u2029\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF\p{Cs}]/gu;

/** A foreign text that does nothing where it is shown: what would be obeyed is written as an escape; line breaks and tabs stay. */
export function visibleText(text: string): string {
  return text.replaceAll(obeyed, (character) =>
    character === '\n' || character === '\t' ? character : escaped(character),
  );
}

/** The same on one line: with single blanks only. */
export function oneLine(text: string): string {
  return visibleText(text.replaceAll(/\s+/g, ' ')).trim();
}

const escaped = (character: string) => String.raw`\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
