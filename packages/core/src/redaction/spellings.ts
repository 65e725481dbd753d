import { fullyUndone } from './layers.ts';

/** One way in which a secret is written down. */
export interface Spelling {
  text: string;
  secret: string;
}

/** What a secret is looked for in: text, or bytes that are read as Latin-1. */
export type Medium = 'text' | 'bytes';

/** Less is an everyday word or number; blanking it would make a report unreadable and hide nothing. */
export const shortestSecret = 6;

const isTelling = (text: string) => text.length >= shortestSecret && new Set(text).size > 1;

/** A JSON Web Token; a run has hundreds of them, and they are in base64 already. */
const wholeJwt = /^eyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*$/;

/**
 * The ways to write a secret down that `layersOf` does not undo: as it is, in a form, in the name of a file, in hex and in
 * base64, there also as a part of something longer; in bytes also in UTF-16 and Latin-1. None for what is too short to hide,
 * or one character again and again.
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

/** What Playwright makes of a name before it becomes a file's. */
function inFileName(secret: string): string {
  // Playwright replaces control characters, too.
  // oxlint-disable-next-line no-control-regex
  return secret.replaceAll(/[\u0000-\u002C\u002E\u002F:-@[-`{-\u007F]+/g, '-');
}

function inHex(secret: string): string[] {
  const hex = Buffer.from(secret).toString('hex');
  // The last is how Node shows a buffer.
  return [hex, hex.toUpperCase(), hex.replaceAll(/(..)(?=.)/g, '$1 ')];
}

/** Three bytes make four characters, so the same secret looks different behind no, one or two other bytes. */
function inBase64(secret: string): string[] {
  const bytes = Buffer.from(secret);
  return [0, 1, 2].flatMap((before) => {
    const encoded = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64');
    // The outermost characters also hold bits of what stands beside the secret.
    const own = encoded.slice(before === 0 ? 0 : before + 1, Math.floor(((before + bytes.length) * 8) / 6));
    return [own, own.replaceAll('+', '-').replaceAll('/', '_')];
  });
}
