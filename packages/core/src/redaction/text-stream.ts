import type { SecretFinder } from './secret-finder.ts';
import { withoutSpans } from './span.ts';

/** Redacts a text that comes in pieces, in bounded memory. */
export interface TextStream {
  /** Takes a piece; gives what of the text so far can no longer change. */
  push(piece: string): string;
  /** Gives the rest. */
  end(): string;
}

/** How much of what is given away is still looked at: an escape sequence or a mark that something was cut. */
const lookback = 1024;

/**
 * Gives together, for pieces of any size, what redacting the whole text gives.
 * @param step how many characters have to come before they are looked at
 */
export function textStream({ spansIn, reach }: SecretFinder, step = 262_144): TextStream {
  let text = '';
  /** Up to where it is given away. */
  let given = 0;

  const give = (undecided: number) => {
    const spans = spansIn(text);
    let until = betweenCharacters(text, text.length - undecided);
    const across = spans.find(({ start, end }) => start < until && until < end);
    if (across !== undefined && across.start > given) until = across.start;
    // One that goes on for longer than the reach is let go in pieces, blanked in the first.
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

/** The place before, if this one lies between the halves of a character: each piece is written for itself. */
function betweenCharacters(text: string, at: number): number {
  return at > 0 && at < text.length && (text.codePointAt(at - 1) ?? 0) > 0xff_ff ? at - 1 : at;
}
