import type { WireRequest } from '../../src/wire/exchange.ts';

/** The request without one parameter of its query. */
export function withoutQuery(request: WireRequest, name: string): WireRequest {
  const [path = '', query = ''] = request.path.split('?', 2);
  const parameters = new URLSearchParams(query);
  parameters.delete(name);
  return { ...request, path: parameters.size === 0 ? path : `${path}?${parameters}` };
}
