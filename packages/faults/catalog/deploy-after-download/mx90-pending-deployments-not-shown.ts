import { defineFault } from '../../src/define-fault.ts';
import { onResponse } from '../../inject/wire/on-response.ts';
import { withJson } from '../../inject/wire/with-json.ts';

export const pendingDeploymentsNotShown = defineFault({
  id: 'MX90',
  capability: 'deploy-after-download',
  layer: 'wire',
  sentence: 'A reloaded page does not learn what is to be deployed.',
  source: 'OpenAPI document, get_pending_deployments: for the recovery of the state of pages',
  reverts: 'that pending deployments are shown while they wait',
  install: () =>
    onResponse(/ \/api\/models\/pending_deployments/, (response) =>
      withJson(response, (pending: object) => ({
        ...pending,
        ...{ pending_deployments: [], deployment_flags: {}, total_pending: 0 },
      })),
    ),
});
