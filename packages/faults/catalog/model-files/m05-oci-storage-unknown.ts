import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'M5',
  area: 'model-engine',
  sentence: 'A file cannot lie in OCI storage.',
  source: 'SDK commits 8247a46, e79d966 (ENG-6537): one file in OCI storage broke the list of all',
  reverts: 'that oci is a kind of storage',
  install({ parts }) {
    parts.hub.storageTypes = parts.hub.storageTypes.filter((type) => type !== 'oci');
  },
};
