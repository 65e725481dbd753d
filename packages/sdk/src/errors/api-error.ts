import type { ApiResponse } from '../transport/transport.ts';
import { detailOf } from './detail.ts';
import { KamiwazaError } from './kamiwaza-error.ts';

/** A response other than the expected one. `message` is `401 from GET /api/…: why (request …)`. */
export class ApiError extends KamiwazaError {
  override readonly name: string = 'ApiError';
  readonly response: ApiResponse;

  constructor(response: ApiResponse, why: string = detailOf(response)) {
    super(
      `${response.status} from ${response.method} ${new URL(response.url).pathname}: ${why} (request ${response.requestId})`,
    );
    this.response = response;
  }

  /** The HTTP status. */
  get status(): number {
    return this.response.status;
  }
}

/** 401: no credential, or an invalid one. */
export class AuthenticationError extends ApiError {
  override readonly name = 'AuthenticationError';
}

/** 403: a valid credential without the permission. */
export class AuthorizationError extends ApiError {
  override readonly name = 'AuthorizationError';
}

/** 404: the resource does not exist. */
export class NotFoundError extends ApiError {
  override readonly name = 'NotFoundError';
}

/** HTML or other text instead of JSON: most often a console or a proxy responded instead of the API. */
export class NonAPIResponseError extends ApiError {
  override readonly name = 'NonAPIResponseError';
}
