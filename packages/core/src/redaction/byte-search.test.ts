import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { redaction } from './redaction.ts';

const secret = 'hunter2-SECRET';
const utf16 = Buffer.from(secret, 'utf16le');

/** Whether a secret is found in bytes that come in these pieces. */
function isFound(...pieces: Uint8Array[]): boolean {
  const search = redaction([secret, 'Grüße-an-alle']).search();
  return pieces.map((piece) => search.push(piece)).includes(true);
}

test.each([
  { how: 'as it is', bytes: Buffer.from(secret) },
  { how: 'in UTF-16', bytes: utf16 },
  { how: 'in UTF-16, big end first', bytes: Buffer.from(utf16).swap16() },
  { how: 'in Latin-1', bytes: Buffer.from('Grüße-an-alle', 'latin1') },
  { how: 'in hex', bytes: Buffer.from(Buffer.from(secret).toString('hex')) },
  { how: 'in base64 behind a name', bytes: Buffer.from(Buffer.from(`me:${secret}`).toString('base64')) },
  { how: 'cut off', bytes: Buffer.from('hunter2-S') },
  { how: 'as a token that was not registered', bytes: Buffer.from('Bearer abcdefgh12345678') },
])('a secret is found $how, also across pieces', ({ bytes }) => {
  // What looks like a header is one only where no letter stands before it.
  const around = Buffer.concat([randomBytes(5_000), Buffer.of(0)]);

  expect(isFound(Buffer.concat([around, bytes, around]))).toBe(true);
  for (let cut = 1; cut < bytes.length; cut += 1)
    expect(isFound(Buffer.concat([around, bytes.subarray(0, cut)]), bytes.subarray(cut))).toBe(true);
});

test('random and compressed bytes hold none', () => {
  expect(isFound(randomBytes(2_000_000), gzipSync(randomBytes(1_000_000).toString('hex')))).toBe(false);
});
