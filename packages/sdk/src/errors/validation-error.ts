import { z } from 'zod';
import type { Answer } from '../transport/transport.ts';
import { ApiError } from './api-error.ts';

/** One field the target refused. */
export interface InvalidField {
  /** `body.ttl_seconds` */
  readonly path: string;
  readonly message: string;
  /** The target's own word for the kind of fault, such as `missing`. */
  readonly type: string;
}

const body = z.object({
  detail: z.array(
    z.object({ loc: z.array(z.union([z.string(), z.number()])), msg: z.string(), type: z.string() }),
  ),
});

/** 422: the request is not well formed. */
export class ValidationError extends ApiError {
  override readonly name = 'ValidationError';
  readonly fields: readonly InvalidField[];

  constructor(answer: Answer, why?: string) {
    super(answer, why);
    this.fields = invalidFields(answer.body);
  }
}

/** The fields that a 422's body names; the values that were sent are left out, they may be secrets. */
export function invalidFields(of: unknown): readonly InvalidField[] {
  const parsed = body.safeParse(of);
  if (!parsed.success) return [];
  return parsed.data.detail.map(({ loc, msg, type }) => ({ path: loc.join('.'), message: msg, type }));
}
