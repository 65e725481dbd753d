import type { SecretFinder } from './secret-finder.ts';
import { withoutSpans } from './span.ts';

/** Redacts a text that arrives in chunks, in bounded memory. */
export interface TextStream {
  /** Takes a chunk; gives the redacted text that can no longer change. */
  push(piece: string): string;
  /** Gives the remaining redacted text. */
  end(): string;
}

/** Number of characters to keep for context after they were given away: an escape sequence or an ellipsis. */
const lookback = 1024;

/**
 * Creates a stream whose output, for chunks of any size, is the redaction of the whole text.
 * @param step Number of characters to collect before a search.
 */
export function textStream({ spansIn, reach }: SecretFinder, step = 262_144): TextStream {
  let text = '';
  /** Position up to which the text was given away. */
  let given = 0;

  const give = (undecided: number) => {
    const spans = spansIn(text);
    let until = betweenCharacters(text, text.length - undecided);
    const across = spans.find(({ start, end }) => start < until && until < end);
    if (across !== undefined && across.start > given) until = across.start;
    // A span longer than the reach is given away in chunks, and redacted in the first.
    const goesOn = spans.find(({ start, end }) => start < given && given < end);
    const from = Math.min(goesOn?.end ?? given, until);
    const open = spans
      .filter(({ start }) => from <= start && start < until)
      .map(({ start, end }) => ({ start: start - from, end: Math.min(end, until) - from }));
    const clean = withoutSpans(text.slice(from, until), open);
    const gone = Math.max(0, until - lookback);
    text = text.slice(gone);
    given = until - gone;
    return clean;
  };

  return {
    push(piece) {
      text += piece;
      return text.length - given < step + reach ? '' : give(reach);
    },
    end: () => give(0),
  };
}

/** A position that does not split a surrogate pair: each chunk is written separately. */
function betweenCharacters(text: string, at: number): number {
  return at > 0 && at < text.length && (text.codePointAt(at - 1) ?? 0) > 0xff_ff ? at - 1 : at;
}
