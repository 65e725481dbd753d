import type { Random } from '../random.ts';

/** Ways in which an API call can fail, each as observed or documented for Linear. */
export const apiFailures = [
  /** HTTP 400 with the code alone, as documented. `@linear/sdk` does not recognise it. */
  'rate-limited',
  /** The same with `type` and `statusCode: 429`. */
  'rate-limited-typed',
  /** A plain HTTP 429 of a proxy. */
  'too-many-requests',
  /** HTTP 503 with a page of HTML. */
  'html',
  /** HTTP 500 with a GraphQL error. */
  'internal',
  /** HTTP 200 with the error of a lock that was not acquired. */
  'lock-timeout',
  /** `success: false` without an error and without any effect. */
  'success-false',
  /** Half of the data together with an error. */
  'partial',
  /** Carried out, but the connection breaks before the response. */
  'lost-answer',
  /** The connection breaks before anything is carried out. */
  'reset',
  /** No response until the client gives up. */
  'hang',
  'forbidden',
  'unauthenticated',
] as const;
export type ApiFailure = (typeof apiFailures)[number];

/** How often each failure occurs at random, from 0 to 1. */
export type FailureRates = Partial<Record<ApiFailure, number>>;

/** Decides which calls fail: first those that a test ordered, then at random. */
export interface FailureSource {
  order(failure: ApiFailure, options?: { readonly operation?: string; readonly times?: number }): void;
  next(operation: string): ApiFailure | undefined;
}

export function createFailureSource(failureRates: FailureRates, random: Random): FailureSource {
  const ordered: { failure: ApiFailure; operation: string | undefined; left: number }[] = [];
  return {
    order(failure, { operation, times = 1 } = {}) {
      ordered.push({ failure, operation, left: times });
    },
    next(operation) {
      const order = ordered.find((one) => one.left > 0 && (one.operation ?? operation) === operation);
      if (order !== undefined) {
        order.left -= 1;
        return order.failure;
      }
      return apiFailures.find((failure) => random.chance(failureRates[failure] ?? 0));
    },
  };
}
