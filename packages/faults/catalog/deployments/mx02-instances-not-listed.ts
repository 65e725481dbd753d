import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'MX2',
  area: 'model-engine',
  sentence: 'A deployment that serves shows no instances.',
  source: 'Whoever looks for the process of a deployment finds none',
  reverts: 'that the processes of a deployment are kept with it',
  install({ parts }) {
    const { enter } = parts.serving;
    parts.serving.enter = (id, status) => {
      enter(id, status);
      const deployment = parts.store.deployments.byId(id);
      if (deployment) parts.store.deployments.save({ ...deployment, instances: [] });
    };
  },
};
