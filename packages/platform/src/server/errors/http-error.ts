/** One entry of a 422 answer, shaped as FastAPI shapes it. */
export interface InvalidField {
  loc: (string | number)[];
  msg: string;
  type: string;
  input: unknown;
}

/** A refusal with its status; `detail` goes to the caller as it is. */
export class HttpError extends Error {
  override name = 'HttpError';
  readonly statusCode: number;
  readonly detail: string | InvalidField[];

  constructor(statusCode: number, detail: string | InvalidField[], options?: ErrorOptions) {
    super(typeof detail === 'string' ? detail : `${detail.length} invalid fields`, options);
    this.statusCode = statusCode;
    this.detail = detail;
  }
}

/** 401: no credential, or one that is not valid. */
export function notAuthenticated(): HttpError {
  return new HttpError(401, 'Not authenticated');
}

/** 403: a valid credential that may not do this. */
export function notAuthorized(): HttpError {
  return new HttpError(403, 'Not authorized');
}
