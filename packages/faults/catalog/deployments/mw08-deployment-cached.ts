import type { WireResponse } from '../../src/wire/exchange.ts';
import { defineFault } from '../../src/define-fault.ts';
import { isRequest } from '../../inject/wire/is-request.ts';

export const deploymentCached = defineFault({
  id: 'MW8',
  capability: 'deployments',
  layer: 'wire',
  heldOut: true,
  sentence: 'A deployment that was looked at is shown as it was for three seconds.',
  source: 'A cache in front of a state that changes',
  reverts: 'that a deployment is shown as it is',
  install() {
    const kept = new Map<string, { response: WireResponse; until: number }>();
    return async (request, next) => {
      if (!isRequest(request, /^GET \/api\/serving\/deployment\/[0-9a-f-]{36}$/)) return next(request);
      const known = kept.get(request.path);
      if (known && known.until > Date.now()) return known.response;
      const response = await next(request);
      // What is on its way is waited for.
      if (response.body.includes('"status":"DEPLOYED"'))
        kept.set(request.path, { response, until: Date.now() + 3_000 });
      return response;
    };
  },
});
