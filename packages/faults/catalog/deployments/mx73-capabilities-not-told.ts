import { defineFault } from '../../src/define-fault.ts';

export const capabilitiesNotTold = defineFault({
  id: 'MX73',
  capability: 'deployments',
  layer: 'service',
  sentence: 'A deployment does not say what its model can do.',
  source: 'OpenAPI document, UIModelDeployment: capabilities',
  reverts: 'that clients learn what a model can be asked for',
  install({ http }) {
    http.addHook('preSerialization', async ({ url }, _reply, payload) => {
      if (!url.startsWith('/api/serving/deployment')) return payload;
      if (Array.isArray(payload)) return payload.map(without);
      return payload !== null && typeof payload === 'object' && 'capabilities' in payload
        ? without(payload)
        : payload;
    });
  },
});

const without = (deployment: object) => ({ ...deployment, capabilities: [] });
