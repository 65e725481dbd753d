import { defineFault } from '../../src/define-fault.ts';

export const ociStorageUnknown = defineFault({
  id: 'M5',
  capability: 'model-files',
  layer: 'service',
  sentence: 'A file cannot be stored in OCI storage.',
  source: 'SDK commits 8247a46, e79d966 (ENG-6537): one file in OCI storage broke the list of all',
  reverts: 'that oci is a kind of storage',
  install({ services }) {
    services.modelFiles.storageTypes = services.modelFiles.storageTypes.filter((type) => type !== 'oci');
  },
});
