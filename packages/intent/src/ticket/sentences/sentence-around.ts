import type { Link } from '../../markdown/link.ts';

/**
 * The sentence about one link of a line, or its part of the sentence if there are several links. `⟦⟧` marks the
 * position
 * of the link.
 */
export function sentenceAround(text: string, link: Link, count: number): string {
  const shown = link.text === '' ? link.url : link.text;
  const at = text.indexOf(shown);
  if (at === -1) return text.slice(0, 600);
  const separators = count > 1 ? /[.!?;]\s|[,·|]\s|。|\band\b/g : /[.!?;]\s|。/g;
  const before = [...text.slice(0, at).matchAll(separators)].at(-1);
  const from = before === undefined ? 0 : before.index + before[0].length;
  const rest = text.slice(at + shown.length);
  const after = new RegExp(separators.source).exec(rest);
  return `${text.slice(from, at)}⟦⟧${rest.slice(0, after?.index ?? 300)}`.slice(-900);
}
