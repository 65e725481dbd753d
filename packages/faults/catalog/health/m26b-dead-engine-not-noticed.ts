import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'M26b',
  area: 'model-engine',
  sentence: 'A deployment whose engine died is shown as deployed.',
  source: 'Capability documentation',
  reverts: 'that the end of an engine is noticed',
  install({ parts }) {
    parts.serving.current = async (deployment) => parts.store.deployments.byId(deployment.id) ?? deployment;
    parts.serving.lost = async () => undefined;
  },
};
