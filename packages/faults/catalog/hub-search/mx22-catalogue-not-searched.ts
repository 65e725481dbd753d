import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'MX22',
  area: 'model-engine',
  sentence: 'A search does not find what is in the catalogue.',
  source: 'Ours: models that were entered by hand are on no hub',
  reverts: 'that the catalogue is searched beside the hub',
  install({ app }) {
    app.addHook('preSerialization', async ({ url }, _reply, payload) => {
      if (!url.startsWith('/api/models/search')) return payload;
      const { results = [], ...rest } = payload as { results?: { id: unknown }[] };
      return { ...rest, results: results.filter(({ id }) => id === null) };
    });
  },
};
