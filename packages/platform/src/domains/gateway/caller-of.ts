import { notAuthenticated } from '../../server/errors/http-error.ts';
import type { Identity } from './identity.ts';

/** The signed-in caller of a route. Throws a 401 should the policy open such a route to anonymous callers by mistake. */
export function callerOf(identity: Identity | null): Identity {
  if (!identity) throw notAuthenticated();
  return identity;
}
