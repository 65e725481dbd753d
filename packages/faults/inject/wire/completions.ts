import type { WireRequest, WireResponse } from '../../src/wire/exchange.ts';
import { isRequest } from './is-request.ts';

/** Requests to the OpenAI API of a deployed model. */
export const runtime = / \/runtime\/models\/[0-9a-f-]{36}\/v1\//;

/** Questions to a deployed chat model. */
export const completions = /^POST \/runtime\/models\/[0-9a-f-]{36}\/v1\/chat\/completions$/;

/** Whether a response is the whole answer of a chat model, and no stream. */
export function isCompletion({ status, events }: WireResponse, request: WireRequest): boolean {
  return status === 200 && events === undefined && isRequest(request, completions);
}
