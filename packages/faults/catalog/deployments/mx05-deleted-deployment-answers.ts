import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'MX5',
  area: 'model-engine',
  sentence: 'A deployment that was deleted goes on answering.',
  source: 'Memory that nobody can free any more',
  reverts: 'that deleting ends the engines',
  install({ parts }) {
    parts.serving.remove = async (id) => parts.store.deployments.remove(id);
  },
};
