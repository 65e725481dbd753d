import { createHmac } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

import type { Identity } from './identity.ts';

/** The workroom of whoever stands in none. */
export const globalWorkroom = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/** Every header by which a gateway says who is calling, in lower case. */
export const identityHeaderNames = [
  'x-user-id',
  'x-user-email',
  'x-user-name',
  'x-user-roles',
  'x-user-system-high',
  'x-workroom-id',
  'x-user-workroom-id',
  'x-user-workroom-role',
  'x-user-signature',
  'x-user-signature-ts',
  'x-auth-token',
];

// Whoever invents another name of this kind gains nothing by it either.
function isIdentityHeader(name: string): boolean {
  return /^x-(user|workroom)-|^x-auth-token$/i.test(name);
}

/** Removes what a client says about its own identity. */
export function stripIdentityHeaders(headers: IncomingHttpHeaders): void {
  for (const name of Object.keys(headers).filter(isIdentityHeader)) delete headers[name];
}

// In this order. The caller cannot choose any of them but the last, which names the request in both logs.
const signedHeaderNames = [
  'x-user-id',
  'x-user-email',
  'x-user-name',
  'x-user-roles',
  'x-workroom-id',
  'x-user-workroom-id',
  'x-user-workroom-role',
  'x-request-id',
];

/**
 * The signature of identity headers: an HMAC-SHA256 in hex over their values joined by line feeds, the timestamp first
 * (seconds since 1970). Whoever has the secret makes it to sign them, or to see whether they are signed.
 */
export function identitySignature(headers: IncomingHttpHeaders, secret: string): string {
  const values = ['x-user-signature-ts', ...signedHeaderNames].map((name) => String(headers[name] ?? ''));
  return createHmac('sha256', secret).update(values.join('\n')).digest('hex');
}

/** Headers that tell a service behind the gateway who is calling, in lower case, with the signature that `sign` makes. */
export function identityHeaders(
  identity: Identity,
  requestId: string,
  sign: (headers: IncomingHttpHeaders) => string,
): Record<string, string> {
  const standing = identity.kind === 'session' ? identity.standing : undefined;
  const workroomId = standing?.workroomId ?? globalWorkroom;
  const headers = {
    'x-user-id': identity.sub,
    'x-user-email': identity.email ?? '',
    'x-user-name': identity.username,
    'x-user-roles': identity.roles.join(','),
    'x-workroom-id': workroomId,
    'x-user-workroom-id': workroomId,
    'x-user-workroom-role': standing?.role ?? '',
    'x-request-id': requestId,
    'x-user-signature-ts': String(Math.floor(Date.now() / 1000)),
  };
  return { ...headers, 'x-user-signature': sign(headers) };
}
