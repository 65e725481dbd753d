import type { Middleware } from '../../src/wire/exchange.ts';
import { onRequest } from './on-request.ts';
import { withJson } from './with-json.ts';

type Form = Record<string, unknown>;

/** Changes what pages send with a method to a path that match a pattern; requests of programs stay as they are. */
export function onForm(pattern: RegExp, change: (form: Form) => Form): Middleware {
  return onRequest(pattern, (request) => (isByPage(request) ? withJson(request, change) : request));
}

/** Whether a page has sent a request: only browsers tell where it comes from. */
export function isByPage({ headers }: { headers: Record<string, unknown> }): boolean {
  return headers['sec-fetch-site'] !== undefined;
}
