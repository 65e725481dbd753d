export { apiBaseUrl } from './base-url.ts';
export type { Credentials } from './credentials.ts';
export {
  ApiError,
  AuthenticationError,
  AuthorizationError,
  NonAPIResponseError,
  NotFoundError,
} from './errors/api-error.ts';
export { BaseUrlError, KamiwazaError } from './errors/kamiwaza-error.ts';
export { TimeoutError, UnreachableError } from './errors/network-error.ts';
export { ValidationError, type InvalidField } from './errors/validation-error.ts';
export type * from './generated/schema.ts';
export type { LogWindow } from './groups/platform.ts';
export type { DecisionWindow } from './groups/relations.ts';
export type { Subject } from './groups/sessions.ts';
export type { HeldRequest, Validated, Verb } from './groups/validate.ts';
export { createKamiwaza, type Kamiwaza, type KamiwazaOptions } from './kamiwaza.ts';
export { createSignIn, type SignIn, type SignInOptions } from './sign-in.ts';
export type { Call } from './transport/call.ts';
export type { CallOptions } from './transport/request.ts';
export type { ApiResponse, HttpResponse } from './transport/transport.ts';
