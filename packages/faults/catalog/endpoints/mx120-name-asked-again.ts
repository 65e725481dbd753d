import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'MX120',
  area: 'model-engine',
  sentence: 'The name of an endpoint is looked up again after its address was found to be allowed.',
  source: 'Ours (DNS rebinding): a name that leads elsewhere a moment later gets past the check',
  reverts: 'that the address that was checked is the one that is connected to',
  install({ parts }) {
    const { ask } = parts.endpoints;
    parts.endpoints.ask = async (place, question) =>
      ask(place, { ...question, addresses: await parts.endpoints.addressesOf(place.hostname) });
  },
};
