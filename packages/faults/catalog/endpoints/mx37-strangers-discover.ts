import { letThrough } from '../../inject/service/let-through.ts';
import { defineFault } from '../../src/define-fault.ts';

export const strangersDiscover = defineFault({
  id: 'MX37',
  capability: 'endpoints',
  layer: 'service',
  sentence: 'Whoever is not signed in lets the platform ask other machines.',
  source: 'OpenAPI document: external-endpoints/discover is for whoever is signed in',
  reverts: 'that strangers send no requests from where the platform stands',
  install({ services }) {
    letThrough(services, ({ path }) => path === '/api/serving/external-endpoints/discover');
  },
});
