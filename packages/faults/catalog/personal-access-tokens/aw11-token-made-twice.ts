import { defineFault } from '../../src/define-fault.ts';
import { isRequest } from '../../inject/wire/is-request.ts';

export const tokenMadeTwice = defineFault({
  id: 'AW11',
  capability: 'personal-access-tokens',
  layer: 'wire',
  heldOut: true,
  sentence: 'A request to make a token is sent twice.',
  source: 'Proxies that retry what is not idempotent',
  reverts: 'that one request makes one token',
  install: () => async (request, next) => {
    if (isRequest(request, /^POST \/api\/auth\/pats$/)) await next(request);
    return next(request);
  },
});
