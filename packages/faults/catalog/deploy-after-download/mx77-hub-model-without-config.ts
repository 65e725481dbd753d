import { defineFault } from '../../src/define-fault.ts';

export const hubModelWithoutConfig = defineFault({
  id: 'MX77',
  capability: 'deploy-after-download',
  layer: 'service',
  sentence: 'A model from the hub has no configuration to deploy it with.',
  source: 'Kamiwaza documentation, gui-walkthrough: Default Model Config is there once a model is downloaded',
  reverts: 'that a model can be deployed as soon as it is here',
  install({ services }) {
    const { add } = services.store.modelConfigs;
    services.store.modelConfigs.add = (config) => {
      const added = add(config);
      if (config.name === 'Default Model Config') services.store.modelConfigs.remove(added.id);
      return added;
    };
  },
});
