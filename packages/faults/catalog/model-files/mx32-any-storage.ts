import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'MX32',
  area: 'model-engine',
  sentence: 'A file is entered in storage that nobody can read.',
  source: 'Ours: clients read storage_type into an enumeration, and one odd value breaks their list',
  reverts: 'that storage is of a kind that the API names',
  install({ parts }) {
    parts.hub.storageTypes = new Proxy([...parts.hub.storageTypes], {
      get: (types, name) => (name === 'includes' ? () => true : Reflect.get(types, name)),
    });
  },
};
