import { defineFault } from '../../src/define-fault.ts';

export const ociStorageForgotten = defineFault({
  id: 'M5b',
  capability: 'model-files',
  layer: 'service',
  sentence: 'A file in OCI storage is listed as stored nowhere.',
  source: 'SDK commits 8247a46, e79d966 (ENG-6537): one file in OCI storage broke the list of all',
  reverts: 'that a file is shown with the storage it was entered with',
  install({ services }) {
    const { of: filesOf } = services.modelFiles;
    services.modelFiles.of = (modelId) =>
      filesOf(modelId).map((entry) =>
        entry.file.storageType === 'oci' ? { ...entry, file: { ...entry.file, storageType: null } } : entry,
      );
  },
});
