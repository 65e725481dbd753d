import { defineFault } from '../../src/define-fault.ts';
import { jsonResponse } from '../../inject/wire/json-response.ts';

export const stopDelayed = defineFault({
  id: 'MW10',
  capability: 'deployments',
  layer: 'wire',
  heldOut: true,
  sentence: 'A deployment is stopped two seconds after that was confirmed.',
  source: 'A queue between the answer and the change',
  reverts: 'that a stopped deployment does not answer',
  install: () => async (request, next) => {
    const pattern = /^DELETE (\/api\/serving\/deployment\/[0-9a-f-]{36})$/;
    const [, path] = pattern.exec(`${request.method} ${request.path.split('?')[0]}`) ?? [];
    if (path === undefined) return next(request);
    // Whether the caller may is said at once.
    const seen = await next({ ...request, method: 'GET', path });
    if (seen.status !== 200) return seen;
    setTimeout(() => void next(request).catch(() => undefined), 2_000);
    return jsonResponse(200, true);
  },
});
