import { defineFault } from '../../src/define-fault.ts';

export const exactIgnored = defineFault({
  id: 'MX21',
  capability: 'hub-search',
  layer: 'service',
  sentence: 'An exact search finds everything with a similar name.',
  source: 'Ours: a script that looks a repository up by its name takes the first result',
  reverts: 'that exact means the whole name',
  install({ services }) {
    const { search } = services.hub;
    services.hub.search = (query, options) => search(query, { ...options, exact: false });
  },
});
