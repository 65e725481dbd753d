import type { FastifyInstance } from 'fastify';

import type { Parts } from '../parts.ts';

/** A platform that is being put together: nothing has been asked of it yet, and no route stands. */
export interface Unfinished {
  /** Exchange one, and it is exchanged for all. */
  parts: Parts;
  /** For what no part decides: hooks that see each request before, or each answer after, the routes do. */
  app: FastifyInstance;
}

/** A defect that can be switched on at boot, to prove that the suites notice it. Each file of this folder exports one. */
export interface Regression {
  /** Its row in the list of past defects (`A4`); our own begin with `AX`, `MX`. */
  readonly id: string;
  readonly area: 'authnz' | 'model-engine';
  /** What somebody would notice: one sentence, in the present tense. */
  readonly sentence: string;
  /** The ticket, commit or document that tells of it; of our own, why it is worth catching. */
  readonly source: string;
  /** Which rule of the platform it takes back. */
  readonly reverts: string;
  /**
   * What a failed test says when it met this defect, for one that is noticed by a check that every test makes (an answer
   * of 5xx, a page with an error) and that no test can therefore name.
   */
  readonly symptom?: RegExp;
  install(platform: Unfinished): void;
}
