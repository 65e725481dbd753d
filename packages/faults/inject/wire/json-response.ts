import type { WireResponse } from '../../src/wire/exchange.ts';

/** A response with this JSON, and with the headers of another one. */
export function jsonResponse(
  status: number,
  json: unknown,
  headers: WireResponse['headers'] = {},
): WireResponse {
  return {
    status,
    headers: { ...headers, 'content-type': 'application/json' },
    body: Buffer.from(JSON.stringify(json)),
  };
}
