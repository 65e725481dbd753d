import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'MX75',
  area: 'model-engine',
  sentence: 'A deployment that was deleted is still listed.',
  source: 'Ours: lists that only grow',
  reverts: 'that nothing is left of what was deleted',
  install({ parts }) {
    parts.serving.remove = (id) => parts.serving.stop(id);
  },
};
