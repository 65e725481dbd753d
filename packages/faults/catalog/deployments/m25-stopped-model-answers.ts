import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'M25',
  area: 'model-engine',
  sentence: 'A deployment that was stopped still answers.',
  source: 'Capability documentation',
  reverts: 'that stopping ends the engines',
  install({ parts }) {
    parts.serving.stop = async (id) => {
      const deployment = parts.store.deployments.byId(id);
      if (deployment) parts.store.deployments.save({ ...deployment, status: 'STOPPED', instances: [] });
    };
  },
};
