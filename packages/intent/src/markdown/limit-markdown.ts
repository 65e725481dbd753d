/** The most characters of a ticket that are parsed. */
const mostCharacters = 64 * 1024;
/** The most non-empty lines; a long ticket has a few hundred. */
const mostLines = 1500;
/** The deepest nesting of lists and quotes that people write; parsing time grows with its square. */
const deepest = 12;
/** The most markup characters in one paragraph; the parser compares each with each. */
const mostSigns = 300;
/** The most characters of one line. */
const longestLine = 6000;

export interface LimitedMarkdown {
  text: string;
  /** What was left out, as sentences. */
  notRead: string[];
}

/**
 * Makes Markdown parseable in bounded time: cut to 64 KB, flattened where it nests too deeply, and stripped of markup
 * where
 * a paragraph has too much. Linear in the length of the text; lines keep their numbers.
 */
export function limitMarkdown(written: string): LimitedMarkdown {
  const notRead: string[] = [];
  const unified = written
    .slice(0, mostCharacters + 1)
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll('\0', ' ');
  let text = unified;
  if (written.length > mostCharacters) {
    const end = unified.lastIndexOf('\n', mostCharacters);
    text = unified.slice(0, end > mostCharacters / 2 ? end : mostCharacters);
    notRead.push(
      `The ticket has ${written.length} characters; only the first ${text.length} were read. Move the important parts up.`,
    );
  }

  const ends = [...text.matchAll(/\S[^\n]*(?:\n|$)/g)];
  const last = ends[mostLines];
  if (last !== undefined) {
    text = text.slice(0, last.index);
    notRead.push(
      `The ticket has ${ends.length} lines; only the first ${mostLines} were read. Move the important parts up.`,
    );
  }

  let flattened = 0;
  let stripped = 0;
  let cut = 0;
  let fence: string | undefined;
  let signs = 0;
  const lines = text.split('\n').map((line) => {
    const opening = /^[\s>]{0,40}(```+|~~~+)/.exec(line)?.[1];
    if (opening !== undefined) {
      if (fence === undefined) fence = opening;
      else if (opening.startsWith(fence)) fence = undefined;
      return shallow(shortened(line));
    }
    if (line.trim() === '') signs = 0;
    const flat = dialects(shallow(shortened(line)));
    if (fence !== undefined) return flat;
    signs += countSigns(flat);
    if (signs <= mostSigns) return flat;
    stripped += 1;
    return flat.replaceAll(/[[\]*_~`<>!|&\\]/g, ' ');
  });
  if (flattened > 0)
    notRead.push(`${flattened} lines nest deeper than ${deepest} levels; their nesting was ignored.`);
  if (stripped > 0) notRead.push(`${stripped} lines have too much markup; only their words were read.`);
  if (cut > 0)
    notRead.push(`${cut} lines are longer than ${longestLine} characters; their ends were not read.`);
  return { text: lines.join('\n'), notRead };

  function shortened(line: string): string {
    if (line.length <= longestLine) return line;
    cut += 1;
    return line.slice(0, longestLine);
  }

  function shallow(line: string): string {
    const prefix = /^(?:[\s>*+-]|\d{1,9}[.)](?=\s))*/.exec(line)?.[0] ?? '';
    const depth = prefix.replaceAll(/ {2}|\t|\d+[.)]/g, '>').replaceAll(' ', '').length;
    if (depth <= deepest || /^\s*([*-]\s*){3,}$/.test(line)) return line;
    flattened += 1;
    return line.slice(prefix.length);
  }
}

/**
 * Converts headings and links in Jira's notation (`h3. Title`, `[text|https://…]`), and the titles of Linear's
 * collapsed
 * sections (`+++ Title`, `>>> Title`).
 */
function dialects(line: string): string {
  return line
    .replace(/^(?:\+\+\+|>>>)\s*(.*)$/, (_, title: string) => (title.trim() === '' ? '' : `##### ${title}`))
    .replace(/^h([1-6])\.\s+/, (_, level: string) => `${'#'.repeat(Number(level))} `)
    .replaceAll(/\[([^[\]|]{1,200})\|(https?:\/\/[^\s\]|]{1,500})\]/g, '[$1](<$2>)');
}

function countSigns(line: string): number {
  let count = 0;
  for (const sign of line) if ('[*_~`<!'.includes(sign)) count += 1;
  return count;
}
