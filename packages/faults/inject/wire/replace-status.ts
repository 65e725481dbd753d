import type { Middleware } from '../../src/wire/exchange.ts';
import { onResponse } from './on-response.ts';

/** Answers with one status in place of another where method and path match a pattern. */
export function replaceStatus(pattern: RegExp, from: number, to: number): Middleware {
  return onResponse(pattern, (response) =>
    response.status === from ? { ...response, status: to } : response,
  );
}
