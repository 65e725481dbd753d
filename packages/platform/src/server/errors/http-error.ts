/** An entry of a 422 response, in the format of FastAPI. */
export interface InvalidField {
  loc: (string | number)[];
  msg: string;
  type: string;
  input: unknown;
}

/** A refusal with its HTTP status; `detail` is sent to the caller. */
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

/** A 401: no valid credential. */
export function notAuthenticated(): HttpError {
  return new HttpError(401, 'Not authenticated');
}

/** A 403: a valid credential without the permission. */
export function notAuthorized(): HttpError {
  return new HttpError(403, 'Not authorized');
}
