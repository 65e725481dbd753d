import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { chunks } from './chunks.ts';
import { htmlToMarkdown } from './html-to-markdown.ts';
import { type Definitions, type InlineLine, inlineLines } from './inline-lines.ts';
import type { Line } from './line.ts';
import type { Root, RootContent } from './nodes.ts';
import { limitMarkdown } from './limit-markdown.ts';

/** The most nodes that are read; an ordinary ticket has a few hundred. */
const mostNodes = 60_000;
/** The most characters of one line; the rest is ignored. */
const longestLine = 4000;

export interface ReadLines {
  lines: Line[];
  /** The text between `<!--` and `-->`. */
  comments: { text: string; number: number }[];
  notRead: string[];
}

interface Place {
  kind: Line['kind'];
  level: number;
  quoted: boolean;
  done: boolean | undefined;
  list: Line['list'];
}

const atTop: Place = { kind: 'paragraph', level: 0, quoted: false, done: undefined, list: undefined };

/** The lines of a ticket, of any size and nesting, in bounded time. Never throws. */
export function readLines(markdown: string): ReadLines {
  const { text, notRead } = limitMarkdown(markdown);
  const lines: Line[] = [];
  const comments: ReadLines['comments'] = [];
  let nodes = 0;
  let blocks = 0;
  let lists = 0;

  const pieces = chunks(text);
  // A reference may be defined in another piece.
  const shared = pieces.length > 1 ? definitionLines(text) : '';
  for (const piece of pieces) read(`${piece.text}${shared}`, piece.offset, atTop);
  if (nodes > mostNodes)
    notRead.push(`The ticket has more than ${mostNodes} Markdown nodes; the rest was not read.`);
  return { lines, comments, notRead };

  function read(source: string, offset: number, place: Place): void {
    if (nodes > mostNodes) return;
    const root = parsed(source);
    if (root === undefined) {
      notRead.push('The Markdown could not be parsed; it was read as plain text.');
      source.split('\n').forEach((line, index) => plainLine(line, offset + index + 1));
      return;
    }
    const definitions = definitionsIn(root);
    for (const child of root.children) walk(child, place, definitions, offset);
  }

  function walk(node: RootContent, place: Place, definitions: Definitions, offset: number): void {
    nodes += 1;
    if (nodes > mostNodes) return;
    const start = offset + (node.position?.start.line ?? 1);
    switch (node.type) {
      case 'heading':
        blocks += 1;
        add(
          inlineLines(node.children, definitions),
          { ...place, kind: 'heading', level: node.depth },
          offset,
        );
        return;
      case 'paragraph':
        blocks += 1;
        add(inlineLines(node.children, definitions), place, offset);
        return;
      case 'blockquote':
        for (const child of node.children) walk(child, { ...place, quoted: true }, definitions, offset);
        return;
      case 'list': {
        lists += 1;
        const list = { id: lists, ordered: node.ordered ?? false };
        const level = place.kind === 'item' ? place.level + 1 : 1;
        for (const item of node.children) {
          const first = lines.length;
          const inside: Place = { ...place, kind: 'item', level, list, done: item.checked ?? undefined };
          for (const child of item.children) walk(child, inside, definitions, offset);
          const opening = lines[first];
          if (opening !== undefined) opening.opensItem = true;
        }
        return;
      }
      case 'table': {
        blocks += 1;
        const rows = node.children.map((row) =>
          row.children.map((cell) => {
            const inside = inlineLines(cell.children, definitions);
            return {
              text: inside
                .map((one) => one.text)
                .join(' ')
                .trim(),
              links: inside.flatMap((one) => one.links),
            };
          }),
        );
        const header = rows[0]?.map((cell) => cell.text) ?? [];
        rows.forEach((cells, index) => {
          const number = offset + (node.children[index]?.position?.start.line ?? 1);
          lines.push({
            ...blank({ ...place, kind: 'row', level: index }, number),
            text: cells
              .map((cell) => cell.text)
              .filter(Boolean)
              .join(' | '),
            cells,
            header,
            links: cells.flatMap((cell) => cell.links),
          });
        });
        return;
      }
      case 'code':
        blocks += 1;
        lines.push({
          ...blank({ ...place, kind: 'code' }, start),
          text: node.value.slice(0, 8 * longestLine),
        });
        return;
      case 'html':
        html(node.value, start, place);
        return;
      case 'definition':
      case 'thematicBreak':
        return;
      case 'footnoteDefinition':
        for (const child of node.children) walk(child, place, definitions, offset);
        return;
      default:
        return;
    }
  }

  function html(value: string, start: number, place: Place): void {
    for (const found of value.matchAll(/<!--([\s\S]*?)-->/g))
      comments.push({ text: found[1] ?? '', number: start });
    const markdownInside = htmlToMarkdown(value);
    if (markdownInside.trim() === '') return;
    // HTML that remains now would be converted endlessly.
    read(markdownInside.replaceAll(/<(?!https?:)/g, ' '), start - 1, place);
  }

  function add(found: InlineLine[], place: Place, offset: number): void {
    for (const { number, text: written, ...line } of found) {
      const bullet = /^(?:[・•‣◦*+-]\s*|- \[[ xX]\]\s*)(?=\S)/.exec(written);
      const isBullet = bullet !== null && place.kind === 'paragraph';
      lines.push({
        ...blank(isBullet ? { ...place, kind: 'item', level: 1 } : place, number + offset),
        ...line,
        text: (isBullet ? written.slice(bullet[0].length).trim() : written).slice(0, longestLine),
        opensItem: isBullet,
      });
    }
  }

  function plainLine(written: string, number: number): void {
    lines.push({ ...blank(atTop, number), text: written.trim().slice(0, longestLine) });
  }

  function blank(place: Place, number: number): Line {
    return {
      ...place,
      text: '',
      number,
      marked: false,
      lead: '',
      italic: false,
      struck: false,
      block: blocks,
      opensItem: false,
      cells: [],
      header: [],
      links: [],
    };
  }
}

function parsed(source: string): Root | undefined {
  try {
    return fromMarkdown(source, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  } catch {
    // The parser overflows its stack on nesting that was not flattened; the caller reports it.
    return undefined;
  }
}

/** Definitions of references, to append to each piece. */
function definitionLines(text: string): string {
  const found = text.match(/^ {0,3}\[[^\]^\n][^\]\n]{0,80}\]: \S+$/gm)?.slice(0, 40) ?? [];
  return found.length === 0 ? '' : `\n\n${found.join('\n')}`;
}

function definitionsIn(root: Root): Definitions {
  const found = new Map<string, string>();
  const waiting: (Root | RootContent)[] = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.type === 'definition') found.set(node.identifier, node.url);
    if ('children' in node) waiting.push(...node.children);
  }
  return found;
}
