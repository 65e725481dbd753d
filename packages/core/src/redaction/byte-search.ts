import type { SecretFinder } from './secret-finder.ts';

/** Looks for secrets in bytes that come in pieces, in bounded memory. */
export interface ByteSearch {
  /** Takes a piece; tells whether it holds a secret, or ends one. */
  push(piece: Uint8Array): boolean;
}

/** Looks at each piece together with the end of what came before. */
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
