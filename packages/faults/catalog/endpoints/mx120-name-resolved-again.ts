import { defineFault } from '../../src/define-fault.ts';

export const nameResolvedAgain = defineFault({
  id: 'MX120',
  capability: 'endpoints',
  layer: 'service',
  sentence: 'The name of an endpoint is resolved again after its address was found to be allowed.',
  source: 'Ours (DNS rebinding): a name that leads elsewhere a moment later gets past the check',
  reverts: 'that the address that was checked is the one that is connected to',
  install({ services }) {
    const { request: ask } = services.endpoints;
    services.endpoints.request = async (place, question) =>
      ask(place, { ...question, addresses: await services.endpoints.addressesOf(place.hostname) });
  },
});
