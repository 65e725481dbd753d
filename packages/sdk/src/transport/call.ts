import type { ApiResponse } from './transport.ts';

/**
 * A call in flight. Awaited, it gives the typed body or rejects with a typed error; its `response` gives the target's
 * response whatever its status, and rejects only when there was none.
 */
export type Call<T> = Promise<T> & { readonly response: Promise<ApiResponse> };

/** The end of a call that got a response. */
export type Outcome<T> =
  | { readonly kind: 'fulfilled'; readonly response: ApiResponse; readonly body: T }
  | { readonly kind: 'rejected'; readonly response: ApiResponse; readonly error: Error };

/** A call with this outcome. Leaving its body or its response unobserved never raises an unhandled rejection. */
export function callOf<T>(outcome: Promise<Outcome<T>>): Call<T> {
  const body = outcome.then((ended) => {
    if (ended.kind === 'rejected') throw ended.error;
    return ended.body;
  });
  const response = outcome.then((ended) => ended.response);
  for (const view of [body, response]) view.catch(() => undefined);
  return Object.assign(body, { response });
}
