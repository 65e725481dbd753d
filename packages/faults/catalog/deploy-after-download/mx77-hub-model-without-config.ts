import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'MX77',
  area: 'model-engine',
  sentence: 'A model from the hub has no configuration to deploy it with.',
  source: 'Kamiwaza documentation, gui-walkthrough: Default Model Config is there once a model is downloaded',
  reverts: 'that a model can be deployed as soon as it is here',
  install({ parts }) {
    const { add } = parts.store.modelConfigs;
    parts.store.modelConfigs.add = (config) => {
      const added = add(config);
      if (config.name === 'Default Model Config') parts.store.modelConfigs.remove(added.id);
      return added;
    };
  },
};
