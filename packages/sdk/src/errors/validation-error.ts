import { z } from 'zod';
import type { ApiResponse } from '../transport/transport.ts';
import { ApiError } from './api-error.ts';

/** A field that the target rejected. */
export interface InvalidField {
  /** `body.ttl_seconds` */
  readonly path: string;
  readonly message: string;
  /** The target's own name for the kind of error, such as `missing`. */
  readonly type: string;
}

const body = z.object({
  detail: z.array(
    z.object({ loc: z.array(z.union([z.string(), z.number()])), msg: z.string(), type: z.string() }),
  ),
});

/** 422: the request does not match the schema. */
export class ValidationError extends ApiError {
  override readonly name = 'ValidationError';
  readonly fields: readonly InvalidField[];

  constructor(response: ApiResponse, why?: string) {
    super(response, why);
    this.fields = invalidFields(response.body);
  }
}

/** The fields named in the body of a 422, without the values sent, which may be secrets. */
export function invalidFields(of: unknown): readonly InvalidField[] {
  const parsed = body.safeParse(of);
  if (!parsed.success) return [];
  return parsed.data.detail.map(({ loc, msg, type }) => ({ path: loc.join('.'), message: msg, type }));
}
