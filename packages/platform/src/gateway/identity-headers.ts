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

/**
 * Headers that tell a service behind the gateway who is calling, in lower case. The signature is an HMAC-SHA256
 * in hex over the values joined by line feeds, timestamp (seconds since 1970) first, in the order below.
 */
export function identityHeaders(
  identity: Identity,
  requestId: string,
  secret: string,
): Record<string, string> {
  const timestamp = String(Math.floor(Date.now() / 1000));
  const standing = identity.kind === 'session' ? identity.standing : undefined;
  const workroomId = standing?.workroomId ?? globalWorkroom;
  const values = {
    'x-user-id': identity.sub,
    'x-user-email': identity.email ?? '',
    'x-user-name': identity.username,
    'x-user-roles': identity.roles.join(','),
    'x-workroom-id': workroomId,
    'x-user-workroom-id': workroomId,
    'x-user-workroom-role': standing?.role ?? '',
    'x-request-id': requestId,
  };
  const signature = createHmac('sha256', secret)
    .update([timestamp, ...Object.values(values)].join('\n'))
    .digest('hex');
  return { ...values, 'x-user-signature': signature, 'x-user-signature-ts': timestamp };
}
