import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'M7',
  area: 'model-engine',
  sentence: 'A model that is deployed is removed without a word.',
  source: 'ENG-2279',
  reverts: 'that only force removes a model that is deployed',
  install({ parts }) {
    parts.serving.mayRemoveModel = () => true;
  },
};
