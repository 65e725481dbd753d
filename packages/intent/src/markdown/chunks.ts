/** Lines and characters that are parsed at a time: parsing time grows faster than the text. */
const [chunkLines, chunkCharacters] = [120, 6000];

export interface Chunk {
  text: string;
  /** Number of lines before the chunk. */
  offset: number;
}

/**
 * Splits a long text into pieces that can be parsed separately, before a heading or after an empty line if possible. A
 * text of ordinary length is one piece.
 */
export function chunks(text: string): Chunk[] {
  const lines = text.split('\n');
  const found: Chunk[] = [];
  let from = 0;
  let size = 0;
  let fence: string | undefined;
  for (const [at, line] of lines.entries()) {
    const mark = /^\s{0,3}(```+|~~~+)/.exec(line)?.[1];
    if (mark !== undefined) fence = fence === undefined ? mark : mark.startsWith(fence) ? undefined : fence;
    size += line.length + 1;
    const full = at - from >= chunkLines || size >= chunkCharacters;
    const overfull = at - from >= 2 * chunkLines || size >= 2 * chunkCharacters;
    const next = lines[at + 1] ?? '';
    const seam = fence === undefined && line.trim() === '' && !/^(?:\s|[-*+>]|\d+[.)]|<\/)/.test(next);
    if ((full && (seam || next.startsWith('#'))) || overfull) {
      found.push({ text: lines.slice(from, at + 1).join('\n'), offset: from });
      from = at + 1;
      size = 0;
    }
  }
  found.push({ text: lines.slice(from).join('\n'), offset: from });
  return found;
}
