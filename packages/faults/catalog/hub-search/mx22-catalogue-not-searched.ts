import { defineFault } from '../../src/define-fault.ts';

export const catalogueNotSearched = defineFault({
  id: 'MX22',
  capability: 'hub-search',
  layer: 'service',
  sentence: 'A search does not find what is in the catalogue.',
  source: 'Ours: models that were entered by hand are on no hub',
  reverts: 'that the catalogue is searched beside the hub',
  install({ http }) {
    http.addHook('preSerialization', async ({ url }, _reply, payload) => {
      if (!url.startsWith('/api/models/search')) return payload;
      const { results = [], ...rest } = payload as { results?: { id: unknown }[] };
      return { ...rest, results: results.filter(({ id }) => id === null) };
    });
  },
});
