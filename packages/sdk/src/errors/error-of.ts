import type { Answer } from '../answer.ts';
import {
  ApiError,
  AuthenticationError,
  AuthorizationError,
  NonAPIResponseError,
  NotFoundError,
} from './api-error.ts';
import { isJsonType, mediaTypeOf } from '@uat/contract/media-type';
import { detailOf } from './detail.ts';
import { ValidationError } from './validation-error.ts';

/** What to know about a call to judge its answer. */
export interface Expectation {
  /** An answer without a body is fine. */
  readonly mayBeEmpty: boolean;
  /** So is a page. */
  readonly mayBePage?: boolean;
  /** Said behind the target's own reason. */
  readonly note?: string | undefined;
  /** Takes this client's secrets out of what a target says. */
  readonly withoutSecrets: (text: string) => string;
}

/** The typed error an answer amounts to, or undefined when it is what was asked for. */
export function errorOf(answer: Answer, expectation: Expectation): ApiError | undefined {
  const { status } = answer;
  const good = status >= 200 && status < 300;
  // A 5xx page of a proxy is a broken target; a 200 or 404 page is another server than the one we wanted.
  if ((good || status === 404 || status === 405) && !isJson(answer, expectation)) {
    return new NonAPIResponseError(answer, strangeBody(answer));
  }
  if (good) return undefined;
  const why = `${expectation.withoutSecrets(detailOf(answer))}${expectation.note ?? ''}`;
  if (status === 401) return new AuthenticationError(answer, why);
  if (status === 403) return new AuthorizationError(answer, why);
  if (status === 404) return new NotFoundError(answer, why);
  if (status === 422) return new ValidationError(answer, why);
  return new ApiError(answer, why);
}

function isJson({ body, contentType, status }: Answer, { mayBeEmpty, mayBePage }: Expectation): boolean {
  if (body === undefined) return mayBeEmpty || status >= 400 || status === 204 || status === 205;
  if (mayBePage === true) return true;
  return isJsonType(contentType);
}

function strangeBody({ body, contentType }: Answer): string {
  if (body === undefined) return 'an empty body where JSON belongs';
  if (
    mediaTypeOf(contentType).includes('html') ||
    (typeof body === 'string' && /^\s*<(!doctype|html)/i.test(body))
  ) {
    return 'HTML where JSON belongs; did you forget /api, or does the target route it to the console?';
  }
  return `${contentType ?? 'an untyped body'} where JSON belongs`;
}
