import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'M19b',
  area: 'model-engine',
  sentence: 'A search fails with 500 when the hub limits its rate.',
  source: 'OpenAPI document, ModelSearchResponse: results degrade and say so when the hub limits its rate',
  reverts: 'that an error of the hub is told in the answer',
  install({ parts }) {
    const { search } = parts.hub;
    parts.hub.search = async (query, options) => {
      const found = await search(query, options);
      if (found.error !== undefined) throw new Error(found.error);
      return found;
    };
  },
};
