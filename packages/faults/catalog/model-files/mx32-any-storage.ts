import { defineFault } from '../../src/define-fault.ts';

export const anyStorage = defineFault({
  id: 'MX32',
  capability: 'model-files',
  layer: 'service',
  sentence: 'A file is registered in storage that no node can read.',
  source: 'Ours: clients read storage_type into an enumeration, and one odd value breaks their list',
  reverts: 'that storage is of a kind that the API names',
  install({ services }) {
    services.modelFiles.storageTypes = new Proxy([...services.modelFiles.storageTypes], {
      get: (types, name) => (name === 'includes' ? () => true : Reflect.get(types, name)),
    });
  },
});
