import { overlap } from './overlap.ts';

/** Finds stop texts in a stream of text, and withholds what may be the beginning of one. */
export interface StopScanner {
  /** Adds a piece, and returns the text that may be shown; `stopped` after a stop text, which is never shown. */
  add(piece: string): { text: string; stopped: boolean };
  /** The withheld rest, at the end of the stream. */
  rest(): string;
}

/** A scanner for any of `stops`. */
export function createStopScanner(stops: readonly string[]): StopScanner {
  let held = '';
  return {
    add(piece) {
      held += piece;
      const found = stops.map((stop) => held.indexOf(stop)).filter((index) => index !== -1);
      if (found.length > 0) {
        const text = held.slice(0, Math.min(...found));
        held = '';
        return { text, stopped: true };
      }
      const keep = Math.max(0, ...stops.map((stop) => overlap(held, stop)));
      const text = held.slice(0, held.length - keep);
      held = held.slice(held.length - keep);
      return { text, stopped: false };
    },
    rest() {
      const text = held;
      held = '';
      return text;
    },
  };
}
