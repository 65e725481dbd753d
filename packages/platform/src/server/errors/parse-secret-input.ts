import type { z } from 'zod';

import { HttpError } from './http-error.ts';
import { parseInput } from './parse-input.ts';

/** Parses a body that may hold secrets. Throws a 422 that repeats nothing of the input. */
export function parseSecretInput<T extends z.ZodType>(schema: T, body: unknown): z.output<T> {
  try {
    return parseInput(schema, body ?? undefined, 'body');
  } catch (error) {
    if (!(error instanceof HttpError) || typeof error.detail === 'string') throw error;
    throw new HttpError(
      error.statusCode,
      error.detail.map((field) => ({ ...field, input: null })),
    );
  }
}
