import type { z } from 'zod';

/** One GraphQL document of ours, with what the transport has to know about it. */
export interface Operation<Variables extends Record<string, unknown>, Answer> {
  /** The document's own name; it is what logs, errors and metrics show. */
  readonly name: string;
  readonly document: string;
  /** Points by Linear's formula: scalar 0.1, object 1, connection times `first`. A test keeps it true. */
  readonly points: (variables: Variables) => number;
  /**
   * Whether an attempt that may have been carried out can be repeated: `safe` where a second time changes nothing
   * (reads, creates with an id of ours), `once` where it could overwrite what a person did in between.
   */
  readonly repeat: 'safe' | 'once';
  readonly answer: z.ZodType<Answer>;
}

/** An operation of these variables; the type of its answer comes from the schema. */
export function operationOf<Variables extends Record<string, unknown>>() {
  return <Answer>(operation: Operation<Variables, Answer>): Operation<Variables, Answer> => operation;
}
