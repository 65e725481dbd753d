import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'MX4',
  area: 'model-engine',
  sentence: 'An active deployment is deleted without force.',
  source: 'A slip of the hand ends what others use',
  reverts: 'that only force deletes an active deployment',
  install({ parts }) {
    parts.serving.mayDelete = () => true;
  },
};
