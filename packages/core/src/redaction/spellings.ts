import { fullyUndone } from './layers.ts';

/** One spelling of a secret. */
export interface Spelling {
  text: string;
  secret: string;
}

/** The medium to search: text, or bytes read as Latin-1. */
export type Medium = 'text' | 'bytes';

/** Minimum length of a secret: redacting everyday words or numbers would ruin a report and hide nothing. */
export const shortestSecret = 6;

const isTelling = (text: string) => text.length >= shortestSecret && new Set(text).size > 1;

/** A JSON Web Token: a run has hundreds of them, in base64 already. */
const wholeJwt = /^eyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*$/;

/**
 * The spellings of a secret that `layersOf` does not decode: verbatim, in a form, in a file name, in hex and in base64,
 * there also as part of a longer value; in bytes also in UTF-16 and Latin-1. None for a secret that is too short, or
 * one repeated character.
 */
export function spellingsOf(secret: string, medium: Medium): Spelling[] {
  if (!isTelling(secret)) return [];
  const plain =
    medium === 'text' ? [secret, secret.toWellFormed(), secret.replaceAll(' ', '+')] : asBytes(secret);
  const encoded = wholeJwt.test(secret) ? [] : [inFileName(secret), ...inHex(secret), ...inBase64(secret)];
  const written = [...plain, ...encoded];
  const all = new Set(medium === 'text' ? [...written, ...written.map(fullyUndone)] : written);
  return [...all].filter(isTelling).map((text) => ({ text, secret }));
}

function asBytes(secret: string): string[] {
  const [utf16, latin1] = [Buffer.from(secret, 'utf16le'), Buffer.from(secret, 'latin1')];
  const isLatin1 = latin1.toString('latin1') === secret;
  return [Buffer.from(secret), utf16, Buffer.from(utf16).swap16(), ...(isLatin1 ? [latin1] : [])].map(
    (bytes) => bytes.toString('latin1'),
  );
}

/** A secret as Playwright writes it into a file name. */
function inFileName(secret: string): string {
  // Playwright replaces control characters, too.
  // oxlint-disable-next-line no-control-regex
  return secret.replaceAll(/[\u0000-\u002C\u002E\u002F:-@[-`{-\u007F]+/g, '-');
}

function inHex(secret: string): string[] {
  const hex = Buffer.from(secret).toString('hex');
  // The last is Node's notation for a buffer.
  return [hex, hex.toUpperCase(), hex.replaceAll(/(..)(?=.)/g, '$1 ')];
}

/** The three base64 forms of a secret, after no, one or two other bytes: three bytes make four characters. */
function inBase64(secret: string): string[] {
  const bytes = Buffer.from(secret);
  return [0, 1, 2].flatMap((before) => {
    const encoded = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64');
    // The outermost characters also hold bits of the surrounding bytes.
    const own = encoded.slice(before === 0 ? 0 : before + 1, Math.floor(((before + bytes.length) * 8) / 6));
    return [own, own.replaceAll('+', '-').replaceAll('/', '_')];
  });
}
