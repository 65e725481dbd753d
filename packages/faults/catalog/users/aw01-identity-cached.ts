import type { WireResponse } from '../../src/wire/exchange.ts';
import { defineFault } from '../../src/define-fault.ts';
import { isRequest } from '../../inject/wire/is-request.ts';

export const identityCached = defineFault({
  id: 'AW1',
  capability: 'users',
  layer: 'wire',
  heldOut: true,
  sentence: 'The answer of /auth/users/me is cached for two seconds for all callers.',
  source: 'A cache that forgets that an answer depends on the caller',
  reverts: 'that each caller reads about themselves',
  install() {
    let kept: { response: WireResponse; until: number } | undefined;
    return async (request, next) => {
      if (!isRequest(request, /^GET \/api\/auth\/users\/me$/)) return next(request);
      if (kept && kept.until > Date.now()) return kept.response;
      const response = await next(request);
      if (response.status === 200) kept = { response, until: Date.now() + 2_000 };
      return response;
    };
  },
});
