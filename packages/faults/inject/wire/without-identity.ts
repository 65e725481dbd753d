import type { WireResponse } from '../../src/wire/exchange.ts';

/** The response without the headers that name the caller. */
export function withoutIdentity(response: WireResponse): WireResponse {
  const kept = Object.entries(response.headers).filter(([name]) => !name.startsWith('x-user-'));
  return { ...response, headers: Object.fromEntries(kept) };
}
