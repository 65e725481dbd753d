import type { Answer } from './api.ts';

export type Problem = Exclude<Answer<unknown>, { kind: 'ok' }>;

/** Meaning of responses that give no reason. */
export interface ProblemWords {
  denied: string;
  missing: string;
}

/** The reason why a request failed, for the user. */
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
