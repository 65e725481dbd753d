import { letThrough } from '../../inject/service/let-through.ts';
import { defineFault } from '../../src/define-fault.ts';

export const discoveryWithoutSignIn = defineFault({
  id: 'MX37',
  capability: 'endpoints',
  layer: 'service',
  sentence: 'Callers who are not signed in make the platform send requests to other machines.',
  source: 'OpenAPI document: external-endpoints/discover requires a signed-in user',
  reverts: 'that only signed-in users send requests from where the platform stands',
  install({ services }) {
    letThrough(services, ({ path }) => path === '/api/serving/external-endpoints/discover');
  },
});
