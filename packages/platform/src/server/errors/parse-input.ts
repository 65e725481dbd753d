import type { z } from 'zod';

import { HttpError, type InvalidField } from './http-error.ts';

type Issue = z.core.$ZodIssue;
type Where = 'body' | 'query' | 'path';

/** Parses an input by `schema`. Throws a 422 that names each invalid field. */
export function parseInput<T extends z.ZodType>(schema: T, input: unknown, where: Where): z.output<T> {
  const result = schema.safeParse(input, { reportInput: true });
  if (result.success) return result.data;
  throw new HttpError(
    422,
    result.error.issues.map((issue) => invalidField(issue, where)),
  );
}

function invalidField(issue: Issue, where: Where): InvalidField {
  const missing = issue.code === 'invalid_type' && issue.input === undefined;
  return {
    loc: [where, ...issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key))],
    msg: missing ? 'Field required' : issue.message,
    type: missing ? 'missing' : typeOf(issue),
    input: issue.input ?? null,
  };
}

// pydantic's names, because clients of the real API switch on them.
function typeOf(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `${issue.expected === 'number' ? 'int' : issue.expected}_type`;
    case 'too_small':
      return issue.origin === 'string' ? 'string_too_short' : 'greater_than_equal';
    case 'too_big':
      return issue.origin === 'string' ? 'string_too_long' : 'less_than_equal';
    case 'invalid_value':
      return 'literal_error';
    default:
      return 'value_error';
  }
}
