import { createHmac } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

import type { Identity } from './identity.ts';

/** Workroom id of callers that are in no workroom. */
export const globalWorkroom = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/** Headers in which the gateway passes on the caller's identity, in lower case. */
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

// Covers similar names too.
function isIdentityHeader(name: string): boolean {
  return /^x-(user|workroom)-|^x-auth-token$/i.test(name);
}

/** Removes identity headers that a client sent. */
export function stripIdentityHeaders(headers: IncomingHttpHeaders): void {
  for (const name of Object.keys(headers).filter(isIdentityHeader)) delete headers[name];
}

// In this order. The caller can choose only the last one, which identifies the request in both logs.
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
 * (seconds since 1970). The same function signs and verifies.
 */
export function identitySignature(headers: IncomingHttpHeaders, secret: string): string {
  const values = ['x-user-signature-ts', ...signedHeaderNames].map((name) => String(headers[name] ?? ''));
  return createHmac('sha256', secret).update(values.join('\n')).digest('hex');
}

/** The identity headers for a service behind the gateway, in lower case, with a signature by `sign`. */
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
