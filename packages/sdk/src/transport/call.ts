import type { Answer } from './transport.ts';

/**
 * A call under way. Awaited, it gives the typed body or rejects with a typed error; `answer` gives whatever the
 * target answered, refusals too, and rejects only when this call got no answer at all.
 */
export type Call<T> = Promise<T> & { readonly answer: Promise<Answer> };

/** How a call that was answered ended. */
export type Outcome<T> =
  | { readonly kind: 'fulfilled'; readonly answer: Answer; readonly body: T }
  | { readonly kind: 'refused'; readonly answer: Answer; readonly error: Error };

/** The two views of one outcome. A view that nobody looks at never ends the process. */
export function callOf<T>(outcome: Promise<Outcome<T>>): Call<T> {
  const body = outcome.then((ended) => {
    if (ended.kind === 'refused') throw ended.error;
    return ended.body;
  });
  const answer = outcome.then((ended) => ended.answer);
  for (const view of [body, answer]) view.catch(() => undefined);
  return Object.assign(body, { answer });
}
