import { defineFault } from '../../src/define-fault.ts';

export const tiredHubFailsSearch = defineFault({
  id: 'M19b',
  capability: 'hub-search',
  layer: 'service',
  sentence: 'A search fails with 500 when the hub limits its rate.',
  source: 'OpenAPI document, ModelSearchResponse: results degrade and say so when the hub limits its rate',
  reverts: 'that an error of the hub is reported in the answer',
  install({ services }) {
    const { search } = services.hub;
    services.hub.search = async (query, options) => {
      const found = await search(query, options);
      if (found.error !== undefined) throw new Error(found.error);
      return found;
    };
  },
});
