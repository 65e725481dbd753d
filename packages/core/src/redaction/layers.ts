import type { Span } from './span.ts';

/** A text as written, or with the escape sequences of the layer below decoded. */
export interface Layer {
  text: string;
  /** Maps a span of this layer to the text as written; it never splits an escape sequence there. */
  sourceOf(span: Span): Span;
}

/** More layers than occur in practice: a URL in JSON in JSON in XML. */
const deepest = 4;

/**
 * A text in layers: as written, then with its escape sequences decoded once, twice, … until none is left (four times at
 * most). Decoded are those of JSON and JavaScript, of URLs, of HTML and XML; ANSI sequences, control characters, line
 * breaks and invisible characters are removed.
 */
export function layersOf(text: string): Layer[] {
  let undone = undoneOnce(text);
  const { escapes } = undone;
  let below: Layer = { text, sourceOf: (span) => widened(escapes, span) };
  const layers = [below];
  while (undone.escapes.length > 0 && layers.length <= deepest) {
    below = layerAbove(below, undone);
    layers.push(below);
    undone = undoneOnce(below.text);
  }
  return layers;
}

/** The topmost layer of a text: its escape sequences decoded as often as `layersOf` does. */
export function fullyUndone(text: string): string {
  return layersOf(text).at(-1)?.text ?? text;
}

/** An escape sequence: its start and length in the layer below and in this one. */
interface Escape {
  below: number;
  sizeBelow: number;
  here: number;
  sizeHere: number;
}

interface Undone {
  text: string;
  escapes: readonly Escape[];
}

function undoneOnce(text: string): Undone {
  const escapes: Escape[] = [];
  let saved = 0;
  const plain = text.replace(escapeSequences, (written, below: number) => {
    const meaning = meaningOf(written);
    if (meaning === written) return written;
    escapes.push({ below, sizeBelow: written.length, here: below - saved, sizeHere: meaning.length });
    saved += written.length - meaning.length;
    return meaning;
  });
  return { text: plain, escapes };
}

function layerAbove(below: Layer, { text, escapes }: Undone): Layer {
  const placeBelow = (at: number): Span => {
    const escape = lastUpTo(escapes, at, 'here');
    if (escape === undefined) return { start: at, end: at + 1 };
    const behind = at - escape.here - escape.sizeHere;
    const end = escape.below + escape.sizeBelow;
    return behind < 0 ? { start: escape.below, end } : { start: end + behind, end: end + behind + 1 };
  };
  return {
    text,
    sourceOf: ({ start, end }) =>
      below.sourceOf({ start: placeBelow(start).start, end: placeBelow(end - 1).end }),
  };
}

/** A span, widened to include the whole escape sequences in which it begins and ends. */
function widened(escapes: readonly Escape[], { start, end }: Span): Span {
  const [first, last] = [lastUpTo(escapes, start, 'below'), lastUpTo(escapes, end - 1, 'below')];
  return {
    start: first !== undefined && start < first.below + first.sizeBelow ? first.below : start,
    end: last === undefined ? end : Math.max(end, last.below + last.sizeBelow),
  };
}

/** The last escape sequence that begins at or before a position. */
function lastUpTo(escapes: readonly Escape[], at: number, where: 'below' | 'here'): Escape | undefined {
  let [low, high] = [0, escapes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((escapes[middle]?.[where] ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return escapes[low - 1];
}

const escapeSequences = new RegExp(
  [
    // ECMA-48: a control sequence, a command up to its end, a choice of characters, saving the cursor.
    String.raw`\u001B(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001B]{0,512}(?:\u0007|\u001B\\)|[()][0-9A-Z]|[78=>])`,
    // A colour without its ESC, which JUnit forbids and reporters therefore strip. A colour after an ESC that is itself
    // escaped (`\u001b`, `%1B`, `&#27;`) is left to the layer that decodes it.
    String.raw`(?<!\u001B|1[Bb];?|27;)\[\d{1,3}(?:[;:]\d{1,3}){0,6}m`,
    // Characters without a width on screen, and the replacement character.
    String.raw`[\p{Cc}\p{Cf}\uFFFD]+`,
    // UTF-8 in a URL, one character.
    '%(?:[0-7]H|[CDcd]H%[89ABab]H|[Ee]H(?:%[89ABab]H){2}|[Ff][0-4](?:%[89ABab]H){3})',
    // JSON and JavaScript: `\n`, `\"`, `\u0041`, `\u{41}`, `\x41`.
    String.raw`\\(?:uH{4}|u\{H{1,6}\}|xH{2}|[bfnrtv]|[!-/:-@[-${'`'}{-~])`,
    // HTML and XML: `&amp;`, `&#39;`, `&#x27;`.
    String.raw`&(?:amp|lt|gt|quot|apos|hellip|#\d{1,7}|#[Xx]H{1,6});`,
  ]
    .join('|')
    .replaceAll('H', '[0-9A-Fa-f]'),
  'gu',
);

function meaningOf(written: string): string {
  if (written.startsWith('%')) return characterInUrl(written);
  if (written.startsWith('\\')) return characterInScript(written);
  if (written.startsWith('&')) return characterInMarkup(written);
  return '';
}

function characterInUrl(written: string): string {
  try {
    return decodeURIComponent(written);
  } catch {
    // Well-formed, but not a character: a surrogate, or an overlong encoding.
    return written;
  }
}

const letters: Record<string, string> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };

function characterInScript(written: string): string {
  if (written.length > 2) return characterOf(Number.parseInt(written.replace(/^..\{?/, ''), 16)) ?? written;
  const sign = written.slice(1);
  return letters[sign] ?? sign;
}

const names: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", hellip: '…' };

function characterInMarkup(written: string): string {
  const name = written.slice(1, -1);
  if (!name.startsWith('#')) return names[name] ?? written;
  const point = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return characterOf(point) ?? written;
}

function characterOf(point: number): string | undefined {
  return point > 0x10_ff_ff ? undefined : String.fromCodePoint(point);
}
