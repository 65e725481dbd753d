import { createHmac, timingSafeEqual } from 'node:crypto';

/** The `state` of a browser sign-in: its nonce, signed against forgery. */
export function createSignInState(nonce: string, key: string): string {
  return `${nonce}.${signatureOf(nonce, key).toString('base64url')}`;
}

/** The nonce of a state with a valid signature; undefined for any other. */
export function readSignInState(state: string, key: string): string | undefined {
  const [nonce, signature, ...rest] = state.split('.');
  if (!nonce || !signature || rest.length > 0) return undefined;
  const given = Buffer.from(signature, 'base64url');
  const expected = signatureOf(nonce, key);
  return given.length === expected.length && timingSafeEqual(given, expected) ? nonce : undefined;
}

function signatureOf(nonce: string, key: string): Buffer {
  return createHmac('sha256', key).update(nonce).digest();
}
