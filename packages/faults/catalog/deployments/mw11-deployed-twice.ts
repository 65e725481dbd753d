import { defineFault } from '../../src/define-fault.ts';
import { isRequest } from '../../inject/wire/is-request.ts';

export const deployedTwice = defineFault({
  id: 'MW11',
  capability: 'deployments',
  layer: 'wire',
  heldOut: true,
  sentence: 'One request to deploy deploys twice.',
  source: 'Proxies that retry what is not idempotent',
  reverts: 'that one request makes one deployment',
  install: () => async (request, next) => {
    if (isRequest(request, /^POST \/api\/serving\/deploy_model$/)) await next(request);
    return next(request);
  },
});
