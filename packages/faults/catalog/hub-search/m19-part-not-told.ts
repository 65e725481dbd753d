import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'M19',
  area: 'model-engine',
  sentence: 'A search that the hub cut short looks like a whole one.',
  source: 'OpenAPI document, ModelSearchResponse: results degrade and say so when the hub limits its rate',
  reverts: 'that hub_results_partial tells of it',
  install({ parts }) {
    const { search } = parts.hub;
    parts.hub.search = async (query, options) => ({ ...(await search(query, options)), partial: false });
  },
};
