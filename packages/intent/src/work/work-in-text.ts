import type { Placed } from '../ticket/outline.ts';
import { quote } from '../ticket/quote.ts';
import type { WorkEvidence, WorkKind } from '../ticket/ticket-fields.ts';
import { workDenials, workWords } from './work-words.ts';

/** A strong word weighs as much as two weak ones, and that much makes a kind of work. */
const [strong, weak, enough] = [2, 1, 2];
/** What it takes for the second kind beside the first: a passing word about the API makes no screen work both. */
const enoughForBoth = 4;

/** Sections that tell of something else than the change. */
const besides = new Set(['elsewhere', 'readiness', 'sign_off', 'success_criteria']);

/**
 * The kinds of work that a text speaks of, with what says so. A link that counts as a mock or a contract speaks for its
 * kind, too: who links a mock of the change changes a screen.
 */
export function workInText(
  placed: readonly Placed[],
  has: { mock: boolean; contract: boolean },
): WorkEvidence[] {
  const lines = placed
    .filter(({ line, sections }) => {
      if (line.kind === 'code' || line.quoted) return false;
      return !sections.some(({ meaning }) => meaning !== undefined && besides.has(meaning));
    })
    .map(({ line }) =>
      line.text.replaceAll(/https?:\/\/\S+|[\w./~-]+\.(?:ya?ml|json|proto|graphql|png|md)\b\S*/g, ' '),
    );
  const text = [...new Set(lines)].join('\n').slice(0, 20_000);

  const weighed = (['interface', 'contract'] as const).map((kind) => weigh(kind, text, has));
  const [first, second] = weighed.toSorted((a, b) => b.weight - a.weight);
  if (first === undefined || second === undefined || first.weight < enough) return [];
  const kinds = second.weight >= enoughForBoth ? weighed : [first];
  return kinds.map(({ kind, quotes }) => ({ kind, quotes }));
}

function weigh(kind: WorkKind, text: string, has: { mock: boolean; contract: boolean }) {
  if (workDenials[kind].test(text) || workDenials.both.test(text)) return { kind, weight: 0, quotes: [] };
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
  return { kind, weight, quotes: quotes.slice(0, 4) };
}
