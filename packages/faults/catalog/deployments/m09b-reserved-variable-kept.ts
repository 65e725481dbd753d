import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'M9b',
  area: 'model-engine',
  sentence: 'A reserved variable stays in the environment of a deployment.',
  source: 'ENG-4068',
  reverts: 'that reserved variables are dropped',
  install({ parts }) {
    parts.serving.reservedNames = () => [];
  },
};
