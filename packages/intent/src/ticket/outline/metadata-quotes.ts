import type { Line } from '../../markdown/line.ts';

const labelled = /^\p{L}[^:：]{0,40}[:：]\s*\S/u;

/**
 * Unquotes the ticket's own metadata: a quote at its top, after a title at most, with two or more lines of `Label:
 * value`,
 * as in `> Milestone: Beta 2` over `> Owner: Jo`.
 */
export function withoutMetadataQuotes(lines: readonly Line[]): Line[] {
  const from = lines.findIndex(({ quoted }) => quoted);
  const isTitle = (line: Line | undefined) => line?.kind === 'heading' || line?.marked === true;
  if (from === -1 || from > 1 || (from === 1 && !isTitle(lines[0]))) return [...lines];
  const end = lines.findIndex(({ quoted }, index) => index > from && !quoted);
  const quote = lines.slice(from, end === -1 ? undefined : end);
  if (quote.length < 2 || !quote.every(({ kind, text }) => kind !== 'code' && labelled.test(text)))
    return [...lines];
  return lines.map((line) => (quote.includes(line) ? { ...line, quoted: false } : line));
}
