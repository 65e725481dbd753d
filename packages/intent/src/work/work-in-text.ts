import type { OutlinedLine } from '../ticket/outline/outlined-line.ts';
import { quote } from '../ticket/sentences/quote.ts';
import type { WorkEvidence, WorkKind } from '../ticket/ticket-fields.ts';
import { insideWork, noWork, workDenials, workWords } from './work-words.ts';

/** Weight of a strong word: it equals two weak ones, and is enough for a kind of work. */
const [strong, weak, enough] = [2, 1, 2];
/** Weight needed for a second kind of work: a passing word about the API does not make screen work both. */
const enoughForBoth = 4;
/** Weight needed where the ticket opens with internal work, which may mention a screen or an API. */
const enoughInside = 5;
/** Characters in which a ticket says what it is about. */
const opening = 260;
/** Characters in which it says what is done. */
const beginning = 40;

/** Sections that are not about the change. */
const besides = new Set([
  'elsewhere',
  'readiness',
  'sign_off',
  'success_criteria',
  'goals',
  'milestone_in_text',
]);

interface Weighed {
  kind: WorkKind;
  weight: number;
  quotes: string[];
  /** Whether the mock or contract is linked, or the opening says it in strong words. */
  isPlain: boolean;
  isLinked: boolean;
}

/**
 * The kinds of work that a text describes, with the evidence. A link that counts as a mock or a contract is evidence
 * for
 * its kind, too: a mock of the change means that a screen changes.
 */
export function workInText(
  placed: readonly OutlinedLine[],
  has: { mock: boolean; contract: boolean },
): WorkEvidence[] {
  const own = linesOf(placed.filter(({ line }) => !line.quoted));
  // Support tickets quote the customer; a quote counts where the ticket itself says little.
  const text = own.length > 200 ? own : `${own}\n${linesOf(placed.filter(({ line }) => line.quoted))}`;
  const head = text.slice(0, opening);

  const weighed = (['interface', 'contract'] as const).map((kind) => weigh(kind, text, head, has));
  const [first, second] = weighed.toSorted(
    (a, b) => b.weight - a.weight || Number(b.isPlain) - Number(a.isPlain),
  );
  if (first === undefined || second === undefined) return [];
  if (first.weight < neededFor(first, head)) return [];
  const sentence = head.split(/[.!?]\s|。|\n/, 1)[0] ?? '';
  const isBoth =
    second.isLinked ||
    (second.weight >= enoughForBoth && second.isPlain) ||
    (second.weight >= enough &&
      weighed.every(({ kind }) => workWords[kind].strong.some((pattern) => pattern.test(sentence))));
  return (isBoth ? weighed : [first]).map(({ kind, quotes }) => ({ kind, quotes }));
}

/**
 * Weight needed for a kind of work: more where the ticket opens with internal work, most where that is its first word.
 */
function neededFor({ kind, isPlain, isLinked }: Weighed, head: string): number {
  const places = insideWork.map((pattern) => head.search(pattern)).filter((place) => place !== -1);
  if (isLinked || places.length === 0) return enough;
  if (!isPlain) return enoughInside;
  const own = workWords[kind].strong.map((pattern) => head.search(pattern)).filter((place) => place !== -1);
  const first = Math.min(...places);
  if (first < beginning && first < Math.min(...own)) return enoughInside + 1;
  return places.length === 1 ? enough : 2 * enough;
}

/** The parts of the ticket about the change, without URLs, files and words that identify no work. */
function linesOf(placed: readonly OutlinedLine[]): string {
  const lines = placed
    .filter(
      ({ line, sections }) =>
        line.kind !== 'code' &&
        !sections.some(({ meaning }) => meaning !== undefined && besides.has(meaning)),
    )
    .map(({ line }) =>
      line.text
        .replaceAll(
          /https?:\/\/\S+|[\w./~-]+\.(?:ya?ml|json|proto|graphqls?|avsc|xsd|wsdl|thrift|png|jpe?g|svg|md)\b\S*/g,
          ' ',
        )
        .replaceAll(noWork, ' '),
    );
  return [...new Set(lines)].join('\n').slice(0, 20_000);
}

function weigh(
  kind: WorkKind,
  text: string,
  head: string,
  has: { mock: boolean; contract: boolean },
): Weighed {
  const isDenied = [...workDenials[kind], ...workDenials.both].some((pattern) => pattern.test(text));
  if (isDenied) return { kind, weight: 0, quotes: [], isPlain: false, isLinked: false };
  const linked = kind === 'interface' ? has.mock : has.contract;
  const quotes: string[] = [];
  let weight = 0;
  const seen = new Set<string>();
  const count = (patterns: readonly RegExp[], each: number) => {
    for (const pattern of patterns) {
      for (const { 0: word, index } of text.matchAll(new RegExp(pattern.source, `${pattern.flags}g`))) {
        const plain = word.toLowerCase().trim();
        if (seen.has(plain)) continue;
        seen.add(plain);
        weight += each;
        quotes.push(quote(text.slice(Math.max(0, index - 30), index + word.length + 30)));
      }
    }
  };
  count(workWords[kind].strong, strong);
  count(workWords[kind].weak, weak);
  if (linked) {
    weight += strong;
    quotes.push(
      kind === 'interface' ? 'a mock of this change is linked' : 'a contract of this change is linked',
    );
  }
  const isPlain = linked || workWords[kind].strong.some((pattern) => pattern.test(head));
  return { kind, weight, quotes: quotes.slice(0, 4), isPlain, isLinked: linked };
}
