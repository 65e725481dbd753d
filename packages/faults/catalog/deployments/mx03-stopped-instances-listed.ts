import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'MX3',
  area: 'model-engine',
  sentence: 'The instances of a stopped deployment are still listed.',
  source: 'Lists of processes are what people free ports and memory by',
  reverts: 'that a stopped deployment has no instances',
  install({ parts }) {
    const { stop } = parts.serving;
    parts.serving.stop = async (id) => {
      const instances = parts.store.deployments.byId(id)?.instances ?? [];
      await stop(id);
      const deployment = parts.store.deployments.byId(id);
      if (deployment) parts.store.deployments.save({ ...deployment, instances });
    };
  },
};
