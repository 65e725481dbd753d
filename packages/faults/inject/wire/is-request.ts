import type { WireRequest } from '../../src/wire/exchange.ts';

/** Whether the method and the path of a request (`GET /api/ping`, without the query) match a pattern. */
export function isRequest({ method, path }: WireRequest, pattern: RegExp): boolean {
  return pattern.test(`${method} ${path.split('?')[0] ?? ''}`);
}
