export type { Answer } from './answer.ts';
export type { CallOptions } from './ask.ts';
export { apiBaseUrl } from './base-url.ts';
export type { Call } from './call.ts';
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
export type { HttpAnswer } from './exchange.ts';
export type { LogWindow } from './groups/platform.ts';
export type { DecisionWindow } from './groups/relations.ts';
export type { Subject } from './groups/sessions.ts';
export type { HeldRequest, Validated, Verb } from './groups/validate.ts';
export { createKamiwaza, type Kamiwaza, type KamiwazaOptions } from './kamiwaza.ts';
export type * from './schemas.ts';
export { createSignIn, type SignIn, type SignInOptions } from './sign-in.ts';
