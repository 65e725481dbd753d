import { defineFault } from '../../src/define-fault.ts';

export const keyNotShown = defineFault({
  id: 'MX35',
  capability: 'endpoints',
  layer: 'service',
  sentence: 'An endpoint is queried without the key.',
  source: 'Ours: without a key providers list nothing, or only what is public',
  reverts: 'that the key of the caller goes along',
  install({ services }) {
    const { discover } = services.endpoints;
    services.endpoints.discover = (request) => discover({ ...request, apiKey: undefined });
  },
});
