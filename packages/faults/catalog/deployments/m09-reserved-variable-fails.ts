import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'M9',
  area: 'model-engine',
  sentence: 'A reserved variable makes the deployment fail, instead of being dropped.',
  source: 'ENG-4068',
  reverts: 'that reserved variables are dropped',
  install({ parts }) {
    const { instanceOptions } = parts.serving;
    parts.serving.instanceOptions = async (deployment) => {
      if (deployment.droppedEnv.length > 0) throw new Error(`${deployment.droppedEnv.join()} cannot be set`);
      return instanceOptions(deployment);
    };
  },
};
