import { defineFault } from '../../src/define-fault.ts';
import { isRequest } from '../../inject/wire/is-request.ts';

export const logsOfAnother = defineFault({
  id: 'MW12',
  capability: 'deployment-failures',
  layer: 'wire',
  heldOut: true,
  sentence: 'The logs of a deployment are those of the one that was asked about before.',
  source: 'A cache whose key forgets the id',
  reverts: 'that a deployment shows its own logs',
  install() {
    let before: string | undefined;
    return async (request, next) => {
      if (!isRequest(request, /^GET \/api\/serving\/deployment\/[^/]+\/logs$/)) return next(request);
      const path = before ?? request.path;
      before = request.path;
      const response = await next({ ...request, path });
      return response.status === 200 ? response : next(request);
    };
  },
});
