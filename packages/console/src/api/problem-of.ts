import type { Answer } from './api.ts';

export type Problem = Exclude<Answer<unknown>, { kind: 'ok' }>;

/** What the answers that name no reason mean for this request. */
export interface ProblemWords {
  denied: string;
  missing: string;
}

/** Why a request did not succeed, said to the person who made it. */
export function problemOf(problem: Problem, words: ProblemWords): string {
  switch (problem.kind) {
    case 'denied':
      return words.denied;
    case 'missing':
      return words.missing;
    case 'signed-out':
      return 'Your session has ended. Sign in again.';
    case 'failed':
      return problem.message;
  }
}
