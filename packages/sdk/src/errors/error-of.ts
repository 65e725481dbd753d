import type { ApiResponse } from '../transport/transport.ts';
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

/** What makes the response to a call a success. */
export interface Expectation {
  /** A response without a body is a success. */
  readonly acceptEmpty: boolean;
  /** A body of any content type is a success. */
  readonly acceptHtml?: boolean;
  /** Appended to the target's own reason. */
  readonly note?: string | undefined;
  /** Removes this client's secrets from a text of the target. */
  readonly withoutSecrets: (text: string) => string;
}

/** The typed error for a response, or undefined for one that meets the expectation. */
export function errorOf(response: ApiResponse, expectation: Expectation): ApiError | undefined {
  const { status } = response;
  const ok = status >= 200 && status < 300;
  // A proxy's 5xx page means a broken target; a 200 or 404 page means that another server responded.
  if ((ok || status === 404 || status === 405) && !isJson(response, expectation)) {
    return new NonAPIResponseError(response, unexpectedBody(response));
  }
  if (ok) return undefined;
  const why = `${expectation.withoutSecrets(detailOf(response))}${expectation.note ?? ''}`;
  if (status === 401) return new AuthenticationError(response, why);
  if (status === 403) return new AuthorizationError(response, why);
  if (status === 404) return new NotFoundError(response, why);
  if (status === 422) return new ValidationError(response, why);
  return new ApiError(response, why);
}

function isJson(
  { body, contentType, status }: ApiResponse,
  { acceptEmpty, acceptHtml }: Expectation,
): boolean {
  if (body === undefined) return acceptEmpty || status >= 400 || status === 204 || status === 205;
  if (acceptHtml === true) return true;
  return isJsonType(contentType);
}

function unexpectedBody({ body, contentType }: ApiResponse): string {
  if (body === undefined) return 'an empty body instead of JSON';
  if (
    mediaTypeOf(contentType).includes('html') ||
    (typeof body === 'string' && /^\s*<(!doctype|html)/i.test(body))
  ) {
    return 'HTML instead of JSON; is /api missing from the address, or does the target route it to the console?';
  }
  return `${contentType ?? 'an untyped body'} instead of JSON`;
}
