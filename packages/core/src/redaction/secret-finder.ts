import { credentialsIn } from './credentials-in.ts';
import { layersOf } from './layers.ts';
import { readsAsWords } from './reads-as-words.ts';
import { mergedSpans, type Span } from './span.ts';
import { type Medium, shortestSecret, type Spelling, spellingsOf } from './spellings.ts';

/** Finds secrets in text or bytes. */
export interface SecretFinder {
  /** Adds secrets. */
  learn(secrets: readonly string[]): void;
  /** The spans to redact in a text, in order and disjoint. */
  spansIn(text: string): Span[];
  /** Number of following characters that may affect the decision on a position. */
  reach: number;
}

/** Length from which a part of a secret is redacted. */
const tellingPart = 8;
/** The same for a part that reads as words, so that a password made of words does not redact them all. */
const tellingWords = 16;

/** Minimum lengths of a part of a spelling to be redacted. */
interface Limits {
  part: number;
  words: number;
  /** For words beside an ellipsis. */
  cutWords: number;
}

/** A maximal part of secrets in a text. */
interface Part extends Span, Limits {}

/** Maximum number of characters for one character of a secret, with escapes and interrupting colours. */
const widest = 24;
/** Bounds of the reach, above the length of any credential that is found by its shape. */
const [leastReach, greatestReach] = [65_536, 4_194_304];

/**
 * Creates a finder. It looks for runs of six characters from any spelling of a secret; adjoining runs form a part, and
 * `isTelling` decides on it. A text is searched once per layer; bytes have one layer.
 */
export function secretFinder(secrets: readonly string[], medium: Medium): SecretFinder {
  const runs = new Map<string, Limits>();
  /** A Bloom filter of the runs, two bits in one word for each, which skips almost all other text. */
  const filter = new Int32Array(2 ** filterBits);

  const learn = ({ text, secret }: Spelling) => {
    const limits = limitsOf(text, secret);
    let hash = 0;
    for (let end = 1; end <= text.length; end += 1) {
      hash = rolled(hash, text, end);
      if (end < runLength) continue;
      const run = text.slice(end - runLength, end);
      const before = runs.get(run);
      if (before === undefined) runs.set(run, { ...limits });
      else lower(before, limits);
      const place = slotOf(hash);
      filter[place] = (filter[place] ?? 0) | bitsOf(hash);
    }
  };

  const partsIn = (text: string) => {
    const parts: Part[] = [];
    let hash = 0;
    for (let end = 1; end <= text.length; end += 1) {
      hash = rolled(hash, text, end);
      const bits = bitsOf(hash);
      if (((filter[slotOf(hash)] ?? 0) & bits) !== bits || end < runLength) continue;
      const limits = runs.get(text.slice(end - runLength, end));
      if (limits === undefined) continue;
      const last = parts.at(-1);
      if (last?.end === end - 1) {
        last.end = end;
        lower(last, limits);
      } else parts.push({ start: end - runLength, end, ...limits });
    }
    return parts.filter((part) => isTelling(part, text));
  };

  const finder: SecretFinder = {
    reach: leastReach,
    learn(more) {
      for (const spelling of more.flatMap((secret) => spellingsOf(secret, medium))) {
        learn(spelling);
        finder.reach = Math.min(greatestReach, Math.max(finder.reach, spelling.text.length * widest));
      }
    },
    spansIn(text) {
      const credentials = credentialsIn(text);
      if (runs.size === 0 && credentials.length === 0) return [];
      const layers = medium === 'bytes' ? [asItIs(text)] : layersOf(text);
      const found = layers.flatMap((layer, height) =>
        [...partsIn(layer.text), ...(height === 0 ? credentials : [])].map(layer.sourceOf),
      );
      return mergedSpans(found);
    },
  };
  finder.learn(secrets);
  return finder;
}

const asItIs = (text: string) => ({ text, sourceOf: (span: Span) => span });

function limitsOf({ length }: string, secret: string): Limits {
  const perCharacter = length / secret.length;
  const half = Math.ceil(secret.length / 2);
  const limit = (characters: number) => Math.min(length, Math.ceil(characters * perCharacter));
  return { part: limit(tellingPart), words: limit(Math.max(tellingWords, half)), cutWords: limit(half) };
}

/** Lowers limits to those of another spelling with the same run. */
function lower(limits: Limits, { part, words, cutWords }: Limits): void {
  limits.part = Math.min(limits.part, part);
  limits.words = Math.min(limits.words, words);
  limits.cutWords = Math.min(limits.cutWords, cutWords);
}

/** An ellipsis after or before a text, perhaps with a quote or a bracket between them: `'abc'...`, `abc […]`. */
const cutBehind = /^[ "'`\][()<>]{0,2}(?:…|\.{3})/;
const cutBefore = /(?:…|\.{3})[ "'`\][()<>]{0,2}$/;

/** Whether a part reveals a secret; beside an ellipsis, which shows that it continues, a shorter part does. */
function isTelling({ start, end, part, words, cutWords }: Part, text: string): boolean {
  const length = end - start;
  const isCut =
    cutBehind.test(text.slice(end, end + 5)) || cutBefore.test(text.slice(Math.max(0, start - 5), start));
  if (readsAsWords(text.slice(start, end))) return length >= (isCut ? cutWords : words);
  return isCut || length >= part;
}

const runLength = shortestSecret;
const filterBits = 17;
const factor = 0x9e_37_79_b1;
const leaving = Array.from({ length: runLength }).reduce<number>((power) => Math.imul(power, factor), 1);

/** A rolling hash of the last characters before `end` (Rabin and Karp). */
function rolled(hash: number, text: string, end: number): number {
  const gone = end > runLength ? Math.imul(text.charCodeAt(end - runLength - 1), leaving) : 0;
  return (Math.imul(hash, factor) + text.charCodeAt(end - 1) - gone) | 0;
}

/** The slot of a hash in the filter; `bitsOf` gives its bits there. */
const slotOf = (hash: number) => Math.imul(hash, factor) >>> (32 - filterBits);
const bitsOf = (hash: number) => (1 << (hash >>> 5)) | (1 << (hash >>> 10));
