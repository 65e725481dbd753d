import type { z } from 'zod';

/** A GraphQL document of ours, with what the transport needs to know about it. */
export interface Operation<Variables extends Record<string, unknown>, Answer> {
  /** The document's own name, shown in logs, errors and metrics. */
  readonly name: string;
  readonly document: string;
  /** Cost by Linear's formula: scalar 0.1, object 1, connection times `first`. Verified by a test. */
  readonly points: (variables: Variables) => number;
  /**
   * Whether an attempt that may have been carried out can be repeated: `safe` where a second time changes nothing
   * (reads, creates with an id of ours), `once` where it could overwrite what a person did in between.
   */
  readonly repeat: 'safe' | 'once';
  readonly answer: z.ZodType<Answer>;
}

/** Creates an operation with these variables; the type of its response comes from the schema. */
export function operationOf<Variables extends Record<string, unknown>>() {
  return <Answer>(operation: Operation<Variables, Answer>): Operation<Variables, Answer> => operation;
}
