import { refusals, refusedPatterns, type Refusal, unixNobody } from './refusals.ts';

/** A refused word in a text, or in a path. */
export interface RefusedWord {
  /** Line number from 1; 0 for the path itself. */
  line: number;
  word: string;
  say: string;
}

interface Token {
  word: string;
  start: number;
  end: number;
}

interface Phrase extends Refusal {
  phrase: string;
  parts: readonly string[];
}

const partsOf = (phrase: string) => phrase.split(/[ ']/);

const phrases = Map.groupBy(
  refusals.flatMap((refusal) =>
    refusal.words.map((phrase): Phrase => ({ ...refusal, phrase, parts: partsOf(phrase) })),
  ),
  ({ parts }) => parts[0] ?? '',
);

/** Between the words of a phrase: spaces, a line break in a comment, an apostrophe, or the joints of an identifier. */
const joint = /^[\s*/_\-'’]*$/;
/** Between the words of an identifier or a file name. */
const innerJoint = /^[-_]?$/;

/** The refused words of a text, in the order of the lines. */
export function refusedWordsIn(text: string): RefusedWord[] {
  const tokens = [...text.matchAll(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+/g)].map(({ 0: word, index }): Token => ({
    word: word.toLowerCase(),
    start: index,
    end: index + word.length,
  }));
  const found = tokens.flatMap((_token, at) => {
    const phrase = phraseAt(text, tokens, at);
    return phrase === undefined
      ? []
      : [{ start: tokens[at]?.start ?? 0, word: phrase.phrase, say: phrase.say }];
  });
  const matched = refusedPatterns.flatMap(({ name, pattern, say }) =>
    [...text.matchAll(pattern)].map(({ index }) => ({ start: index, word: name, say })),
  );
  const all = [...found, ...matched];
  if (all.length === 0) return [];
  const unixUsers = [...text.matchAll(unixNobody)].map(({ 0: match, index }) => [
    index,
    index + match.length,
  ]);
  return all
    .filter(
      ({ word, start }) =>
        word !== 'nobody' || !unixUsers.some(([from = 0, to = 0]) => from <= start && start < to),
    )
    .toSorted((a, b) => a.start - b.start)
    .map(({ start, word, say }) => ({ line: text.slice(0, start).split('\n').length, word, say }));
}

/** The refused words of a path, on line 0. */
export function refusedWordsInPath(path: string): RefusedWord[] {
  return refusedWordsIn(path).map((found) => ({ ...found, line: 0 }));
}

function phraseAt(text: string, tokens: readonly Token[], at: number): Phrase | undefined {
  return phrases.get(tokens[at]?.word ?? '')?.find(({ parts, inIdentifiers, unlessBefore }) => {
    const rest = parts.slice(1).map((_part, index) => at + index + 1);
    const isSame = rest.every((next, index) => {
      const [before, token] = [tokens[next - 1], tokens[next]];
      if (before === undefined || token === undefined || token.word !== parts[index + 1]) return false;
      return (inIdentifiers ? innerJoint : joint).test(text.slice(before.end, token.start));
    });
    return isSame && !unlessBefore?.includes(tokens[at + parts.length]?.word ?? '');
  });
}
