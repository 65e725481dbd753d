import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'MX21',
  area: 'model-engine',
  sentence: 'An exact search finds whatever is called alike.',
  source: 'Ours: a script that looks a repository up by its name takes the first result',
  reverts: 'that exact means the whole name',
  install({ parts }) {
    const { search } = parts.hub;
    parts.hub.search = (query, options) => search(query, { ...options, exact: false });
  },
};
