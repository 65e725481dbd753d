import { AuthenticationError } from '../errors/api-error.ts';
import type { SignIn } from '../sign-in.ts';
import { sendOnce } from './send-once.ts';
import type { ApiRequest, ApiResponse, Transport } from './transport.ts';

/** The last response, a remark on how it came about for error messages, and the error of a failed renewal. */
export interface ReauthResult {
  readonly response: ApiResponse;
  readonly note?: string;
  readonly error?: unknown;
}

/**
 * Sends a request with the sign-in's bearer. On a 401 a renewable sign-in is renewed once and the request sent once
 * more; a fixed token is not. A caller's own Authorization header is sent unchanged and never retried.
 */
export async function sendWithReauth(
  transport: Transport,
  signIn: SignIn,
  request: ApiRequest,
): Promise<ReauthResult> {
  if (request.headers.has('authorization')) return { response: await sendOnce(transport, request) };
  const bearer = await signIn.bearer();
  const response = await sendOnce(transport, request, bearer);
  if (response.status !== 401 || bearer === undefined || !signIn.renewable) return { response };
  try {
    const renewed = await signIn.renewed(bearer);
    return {
      response: await sendOnce(transport, request, renewed),
      note: ', also with a renewed sign-in',
    };
  } catch (error) {
    if (error instanceof AuthenticationError)
      return { response, note: '; renewing the sign-in was refused too' };
    return { response, error };
  }
}
