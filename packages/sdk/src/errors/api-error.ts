import type { Answer } from '../transport/transport.ts';
import { detailOf } from './detail.ts';
import { KamiwazaError } from './kamiwaza-error.ts';

/** The target answered, and not with what was asked for. `message` is `401 from GET /api/…: why (request …)`. */
export class ApiError extends KamiwazaError {
  override readonly name: string = 'ApiError';
  readonly answer: Answer;

  constructor(answer: Answer, why: string = detailOf(answer)) {
    super(
      `${answer.status} from ${answer.method} ${new URL(answer.url).pathname}: ${why} (request ${answer.requestId})`,
    );
    this.answer = answer;
  }

  /** The HTTP status. */
  get status(): number {
    return this.answer.status;
  }
}

/** 401: no credential, or one that is not valid. */
export class AuthenticationError extends ApiError {
  override readonly name = 'AuthenticationError';
}

/** 403: a valid credential that may not do this. */
export class AuthorizationError extends ApiError {
  override readonly name = 'AuthorizationError';
}

/** 404: no such thing. */
export class NotFoundError extends ApiError {
  override readonly name = 'NotFoundError';
}

/** HTML or other text where JSON belongs: most often a console or a proxy answered instead of the API. */
export class NonAPIResponseError extends ApiError {
  override readonly name = 'NonAPIResponseError';
}
