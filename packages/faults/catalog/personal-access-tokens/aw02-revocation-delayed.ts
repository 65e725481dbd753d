import { defineFault } from '../../src/define-fault.ts';
import { isRequest } from '../../inject/wire/is-request.ts';
import { jsonResponse } from '../../inject/wire/json-response.ts';

export const revocationDelayed = defineFault({
  id: 'AW2',
  capability: 'personal-access-tokens',
  layer: 'wire',
  heldOut: true,
  sentence: 'A revocation of a token takes effect three seconds after it was confirmed.',
  source: 'A queue between the answer and the change',
  reverts: 'that a revoked token stops working at once',
  install: () => async (request, next) => {
    if (!isRequest(request, /^DELETE \/api\/auth\/pats\//)) return next(request);
    setTimeout(() => void next(request).catch(() => undefined), 3_000);
    return jsonResponse(200, { revoked: true });
  },
});
