import type { Link } from './link.ts';
import type { PhrasingContent } from './nodes.ts';

export interface InlineLine {
  text: string;
  number: number;
  marked: boolean;
  lead: string;
  italic: boolean;
  struck: boolean;
  links: Link[];
}

/** Targets of reference links, `[text][reference]`. */
export type Definitions = ReadonlyMap<string, string>;

interface Style {
  bold: boolean;
  italic: boolean;
}

/** The lines of a paragraph, a heading or a cell, as a reader sees them. */
export function inlineLines(nodes: readonly PhrasingContent[], definitions: Definitions): InlineLine[] {
  const lines: (InlineLine & { bold: number; slanted: number; letters: number; leads: boolean })[] = [];
  let struckDepth = 0;
  const current = (number: number) => lines.at(-1) ?? open(number);
  for (const node of nodes) walk(node, { bold: false, italic: false });
  return lines.map(({ bold, slanted, letters, leads: _leads, text, lead, ...line }) => ({
    ...line,
    text: oneLine(text),
    marked: letters > 0 && bold >= letters,
    lead: bold >= letters ? '' : oneLine(lead),
    italic: letters > 0 && slanted >= letters,
  }));

  function open(number: number) {
    const line = {
      text: '',
      number,
      marked: false,
      lead: '',
      leads: true,
      italic: false,
      struck: false,
      links: [],
      bold: 0,
      slanted: 0,
      letters: 0,
    };
    lines.push(line);
    return line;
  }

  function say(text: string, number: number, style: Style): void {
    text.split('\n').forEach((part, index) => {
      const line = index === 0 ? current(number) : open(number + index);
      if (struckDepth > 0) {
        line.struck = true;
        return;
      }
      line.text += part;
      const letters = part.replaceAll(/[\s:：.]/g, '').length;
      line.letters += letters;
      if (style.bold) line.bold += letters;
      else if (letters > 0) line.leads = false;
      if (style.bold && line.leads) line.lead += part;
      if (style.italic) line.slanted += letters;
    });
  }

  function link(number: number, found: Link): void {
    if (struckDepth === 0) current(number).links.push(found);
  }

  function walk(node: PhrasingContent, style: Style): void {
    const number = node.position?.start.line ?? 1;
    switch (node.type) {
      case 'text':
      case 'inlineCode':
        say(node.value, number, style);
        return;
      case 'break':
        open(number + 1);
        return;
      case 'strong':
        for (const child of node.children) walk(child, { ...style, bold: true });
        return;
      case 'emphasis':
        for (const child of node.children) walk(child, { ...style, italic: true });
        return;
      case 'delete':
        current(number).struck = true;
        return;
      case 'html':
        html(node.value, number);
        return;
      case 'image':
        link(number, { url: node.url, text: node.alt ?? '', kind: 'image' });
        say(node.alt ?? '', number, style);
        return;
      case 'imageReference':
        link(number, { url: definitions.get(node.identifier) ?? '', text: node.alt ?? '', kind: 'image' });
        say(node.alt ?? '', number, style);
        return;
      case 'link':
      case 'linkReference': {
        const url = node.type === 'link' ? node.url : definitions.get(node.identifier);
        const before = current(number).text.length;
        for (const child of node.children) walk(child, style);
        const line = current(number);
        if (url !== undefined) link(number, { url, text: line.text.slice(before).trim(), kind: 'link' });
        return;
      }
      case 'footnoteReference':
        return;
      default:
        node satisfies never;
    }
  }

  function html(value: string, number: number): void {
    if (/^<br\s*\/?>/i.test(value)) open(number);
    else if (/^<(s|del|strike)\b/i.test(value)) struckDepth += 1;
    else if (/^<\/(s|del|strike)\b/i.test(value)) struckDepth = Math.max(0, struckDepth - 1);
    else if (/^<a\b/i.test(value)) {
      const target = /\bhref\s*=\s*["']?([^"'\s>]+)/i.exec(value)?.[1];
      if (target !== undefined) link(number, { url: target, text: '', kind: 'link' });
    } else {
      const source = /^<img\b[^>]*\bsrc\s*=\s*["']?([^"'\s>]+)/i.exec(value)?.[1];
      const alt = /\balt\s*=\s*["']([^"']*)/i.exec(value)?.[1] ?? '';
      if (source !== undefined) link(number, { url: source, text: alt, kind: 'image' });
    }
  }
}

const oneLine = (text: string) => text.replaceAll(/\s+/g, ' ').trim();
