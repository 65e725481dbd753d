import type { Middleware, WireRequest, WireResponse } from '../../src/wire/exchange.ts';
import { isRequest } from './is-request.ts';

/** Changes the responses to requests whose method and path (`GET /api/models/`, without the query) match a pattern. */
export function onResponse(
  pattern: RegExp,
  change: (response: WireResponse, request: WireRequest) => WireResponse | Promise<WireResponse>,
): Middleware {
  return async (request, next) => {
    const response = await next(request);
    return isRequest(request, pattern) ? change(response, request) : response;
  };
}
