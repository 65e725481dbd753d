/** How much of a ticket is parsed, in characters. */
const mostCharacters = 64 * 1024;
/** Lines with text in them; a long ticket of a person has some hundreds. */
const mostLines = 1500;
/** Nesting of lists and quotes that a person writes; the parser's time grows with its square. */
const deepest = 12;
/** Signs of markup in one paragraph; the parser tries each against each. */
const mostSigns = 300;
/** Characters of one line. */
const longestLine = 6000;

export interface TamedMarkdown {
  text: string;
  /** What was left out, as sentences. */
  notRead: string[];
}

/**
 * Markdown that is parsed in bounded time: cut to 64 KB, flattened where it nests too deep, without its markup where a
 * paragraph has more of it than a person writes. Linear in the length of the text; lines keep their numbers.
 */
export function tameMarkdown(written: string): TamedMarkdown {
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
      `The ticket has ${written.length} characters; only the first ${text.length} were read. Move what matters up.`,
    );
  }

  const ends = [...text.matchAll(/\S[^\n]*(?:\n|$)/g)];
  const last = ends[mostLines];
  if (last !== undefined) {
    text = text.slice(0, last.index);
    notRead.push(
      `The ticket has ${ends.length} lines; only the first ${mostLines} were read. Move what matters up.`,
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
    notRead.push(`${flattened} lines nest deeper than ${deepest} levels; they were read flat.`);
  if (stripped > 0)
    notRead.push(`${stripped} lines have more markup than can be read; their words were read alone.`);
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
 * Headings and links as Jira writes them (`h3. Title`, `[text|https://…]`), and the titles of Linear's collapsed
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
