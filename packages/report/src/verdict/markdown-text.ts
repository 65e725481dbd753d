import { oneLine, visibleText } from './visible-text.ts';

/** Starts of a line that end a paragraph: a heading, a list, an underline. */
const opening = /^(?:[#+=-]|\d+(?=[.)]))/;

/**
 * Text on one line, escaped so that it is not read as markup: CommonMark allows a backslash before any ASCII
 * punctuation.
 */
export function prose(text: string): string {
  return oneLine(text)
    .replaceAll(/[\\<>|*_`[\]~&$]/g, String.raw`\$&`)
    .replace(opening, (sign) => (/\d/.test(sign) ? `${sign}\\` : `\\${sign}`));
}

/**
 * Text on one line as a code span, with a longer fence than its runs of backticks:
 * https://spec.commonmark.org/0.31.2/#code-spans.
 */
export function codeSpan(text: string): string {
  const code = visibleText(text).replaceAll(/\s*\n\s*/g, ' ');
  const most = Math.max(0, ...Array.from(code.matchAll(/`+/g), ([ticks]) => ticks.length));
  const fence = '`'.repeat(most + 1);
  const room = /^`|`$/.test(code) ? ' ' : '';
  return `${fence}${room}${code}${room}${fence}`;
}
