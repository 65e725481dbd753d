import { defineFault } from '../../src/define-fault.ts';

export const partialSearchNotReported = defineFault({
  id: 'M19',
  capability: 'hub-search',
  layer: 'service',
  sentence: 'A search that the hub cut short looks complete.',
  source: 'OpenAPI document, ModelSearchResponse: results degrade and say so when the hub limits its rate',
  reverts: 'that hub_results_partial tells of it',
  install({ services }) {
    const { search } = services.hub;
    services.hub.search = async (query, options) => ({ ...(await search(query, options)), partial: false });
  },
});
