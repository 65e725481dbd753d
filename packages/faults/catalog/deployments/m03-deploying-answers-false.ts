import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'M3',
  area: 'model-engine',
  sentence: 'Deploying a model is answered with false instead of an id.',
  source: 'ENG-6533',
  reverts: 'that a deployment is told by its id',
  install({ parts }) {
    parts.serving.accepted = async () => ({ status: 202, body: false });
  },
};
