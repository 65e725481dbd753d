import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'M9c',
  area: 'model-engine',
  sentence: 'A reserved variable is dropped without a warning.',
  source: 'ENG-4068',
  reverts: 'that a dropped variable is told of in the log',
  install({ parts }) {
    const { instanceOptions } = parts.serving;
    parts.serving.instanceOptions = (deployment) => instanceOptions({ ...deployment, droppedEnv: [] });
  },
};
