import { defineFault } from '../../src/define-fault.ts';
import { isRequest } from '../../inject/wire/is-request.ts';
import { jsonResponse } from '../../inject/wire/json-response.ts';

export const removedUserStays = defineFault({
  id: 'AW12',
  capability: 'users',
  layer: 'wire',
  heldOut: true,
  sentence: 'The removal of a user is confirmed and not carried out.',
  source: 'A request that is answered and never carried out',
  reverts: 'that a removed user is gone',
  install: () => async (request, next) => {
    if (!isRequest(request, /^DELETE \/api\/auth\/users\/[0-9a-f-]{36}$/)) return next(request);
    const { body } = await next({ ...request, method: 'GET' });
    return { ...jsonResponse(200, {}), body };
  },
});
