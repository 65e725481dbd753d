import { defineFault } from '../../src/define-fault.ts';
import { onResponse } from '../../inject/wire/on-response.ts';
import { withJson } from '../../inject/wire/with-json.ts';

export const capabilitiesNotShown = defineFault({
  id: 'MX73',
  capability: 'deployments',
  layer: 'wire',
  sentence: 'A deployment does not say what its model can do.',
  source: 'OpenAPI document, UIModelDeployment: capabilities',
  reverts: 'that clients learn what a model can be asked for',
  install: () =>
    onResponse(/ \/api\/serving\/deployment/, (response) =>
      withJson(response, (shown: object) => {
        if (Array.isArray(shown)) return shown.map(without);
        return 'capabilities' in shown ? without(shown) : shown;
      }),
    ),
});

const without = (deployment: object) => ({ ...deployment, capabilities: [] });
