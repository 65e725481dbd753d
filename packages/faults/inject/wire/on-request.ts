import type { Middleware, WireRequest } from '../../src/wire/exchange.ts';
import { isRequest } from './is-request.ts';

/** Changes requests whose method and path (`POST /api/models/search`, without the query) match a pattern. */
export function onRequest(pattern: RegExp, change: (request: WireRequest) => WireRequest): Middleware {
  return (request, next) => next(isRequest(request, pattern) ? change(request) : request);
}
