import type { Ask, CallOptions } from '../transport/request.ts';

/** Keys that tokens are signed with, for admins. */
export function keysGroup(ask: Ask) {
  return {
    /** A new signing key; tokens of earlier ones stay valid until they expire. */
    rotate: (options: CallOptions = {}) =>
      ask({ operationId: 'rotateKeys' }, options, (client, init) => client.POST('/auth/keys/rotate', init)),
  };
}
