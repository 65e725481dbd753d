import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'MX10',
  area: 'model-engine',
  sentence: 'A change of a configuration is accepted and lost.',
  source: 'Whoever tunes a model tunes nothing',
  reverts: 'that a changed configuration is kept',
  install({ parts }) {
    const { byId } = parts.store.modelConfigs;
    parts.store.modelConfigs.change = (id) => byId(id);
  },
};
