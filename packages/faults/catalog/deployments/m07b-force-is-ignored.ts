import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'M7b',
  area: 'model-engine',
  sentence: 'A model that is deployed cannot be removed, not even by force.',
  source: 'ENG-2279',
  reverts: 'that force removes a model that is deployed',
  install({ parts }) {
    parts.serving.mayRemoveModel = () => false;
  },
};
