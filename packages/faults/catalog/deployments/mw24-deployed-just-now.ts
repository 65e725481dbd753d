import { defineFault } from '../../src/define-fault.ts';
import { onResponse } from '../../inject/wire/on-response.ts';
import { withJson } from '../../inject/wire/with-json.ts';

export const deployedJustNow = defineFault({
  id: 'MW24',
  capability: 'deployments',
  layer: 'wire',
  heldOut: true,
  sentence: 'A deployment was deployed at the moment at which it is looked at.',
  source: 'A time that is computed instead of kept',
  reverts: 'that a deployment tells when it was deployed',
  install: () =>
    onResponse(/^GET \/api\/serving\/deployment\/[0-9a-f-]{36}$/, (response) =>
      response.status === 200
        ? withJson(response, (shown: object) => ({ ...shown, deployed_at: new Date().toISOString() }))
        : response,
    ),
});
