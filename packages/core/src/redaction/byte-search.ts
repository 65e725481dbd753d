import type { SecretFinder } from './secret-finder.ts';

/** Searches bytes that arrive in chunks for secrets, in bounded memory. */
export interface ByteSearch {
  /** Takes a chunk; true when a secret lies in it, or ends in it. */
  push(piece: Uint8Array): boolean;
}

/** Searches each chunk together with the end of the chunk before it. */
export function byteSearch({ spansIn, reach }: SecretFinder): ByteSearch {
  let before = '';
  return {
    push(piece) {
      const text = before + Buffer.from(piece.buffer, piece.byteOffset, piece.length).toString('latin1');
      before = text.slice(-reach);
      return spansIn(text).length > 0;
    },
  };
}
