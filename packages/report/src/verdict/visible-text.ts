/**
 * Characters that are invisible but act on a terminal or browser, or that XML forbids: control characters, changes of
 * the writing direction, lone surrogates, U+FFFE and U+FFFF (https://www.w3.org/TR/xml/#charsets).
 */
const active = /[\p{Cc}\u061C\u200E\u200F\u2028\u2029\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF\p{Cs}]/gu;

/** Untrusted text, safe to show: active characters are escaped, line breaks and tabs stay. */
export function visibleText(text: string): string {
  return text.replaceAll(active, (character) =>
    character === '\n' || character === '\t' ? character : escaped(character),
  );
}

/** Untrusted text on one line, safe to show, with single blanks only. */
export function oneLine(text: string): string {
  return visibleText(text.replaceAll(/\s+/g, ' ')).trim();
}

const escaped = (character: string) => String.raw`\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
