import type { Span } from './span.ts';

/** A text as it was written, or as it reads when the escape sequences of the layer below are undone. */
export interface Layer {
  text: string;
  /** The place of a span of this layer in the text as it was written; it never halves an escape sequence there. */
  placeOf(span: Span): Span;
}

/** More layers than anybody writes: a URL in JSON in JSON in XML. */
const deepest = 4;

/**
 * A text in layers: as it was written, then with its escape sequences undone once, twice, … until nothing is left to
 * undo (four times at most). Undone are those of JSON and JavaScript, of URLs, of HTML and XML; ANSI sequences, control
 * characters, line breaks and invisible characters are left out.
 */
export function layersOf(text: string): Layer[] {
  let undone = undoneOnce(text);
  const { escapes } = undone;
  let below: Layer = { text, placeOf: (span) => widened(escapes, span) };
  const layers = [below];
  while (undone.escapes.length > 0 && layers.length <= deepest) {
    below = layerAbove(below, undone);
    layers.push(below);
    undone = undoneOnce(below.text);
  }
  return layers;
}

/** What is left of a text when its escape sequences are undone as often as `layersOf` does it. */
export function fullyUndone(text: string): string {
  return layersOf(text).at(-1)?.text ?? text;
}

/** An escape sequence: where it begins in the layer below and in this one, and how long it is there and here. */
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
    placeOf: ({ start, end }) =>
      below.placeOf({ start: placeBelow(start).start, end: placeBelow(end - 1).end }),
  };
}

/** A span with the whole of the escape sequences in which it begins and ends. */
function widened(escapes: readonly Escape[], { start, end }: Span): Span {
  const [first, last] = [lastUpTo(escapes, start, 'below'), lastUpTo(escapes, end - 1, 'below')];
  return {
    start: first !== undefined && start < first.below + first.sizeBelow ? first.below : start,
    end: last === undefined ? end : Math.max(end, last.below + last.sizeBelow),
  };
}

/** The last of these escape sequences that begins at or before a place. */
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
    // A colour without its ESC: JUnit may hold none, and reporters take it away alone. One with an ESC that is itself
    // escaped (`\u001b`, `%1B`, `&#27;`) waits for it.
    String.raw`(?<!\u001B|1[Bb];?|27;)\[\d{1,3}(?:[;:]\d{1,3}){0,6}m`,
    // What takes no room on a screen, or stands for a character that was lost.
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
    // Well-formed to look at, and no character all the same: a surrogate, or longer than it need be.
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
