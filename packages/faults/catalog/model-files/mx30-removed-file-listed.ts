import type { StoredModelFile } from '@uat/platform';
import { defineFault } from '../../src/define-fault.ts';

export const removedFileListed = defineFault({
  id: 'MX30',
  capability: 'model-files',
  layer: 'service',
  sentence: 'A file that was removed is still listed.',
  source: 'Ours: a user who deploys it waits for a file that is gone',
  reverts: 'that what is removed is gone from the list too',
  install({ services }) {
    const { remove: removeFile, of: filesOf } = services.modelFiles;
    const removed: StoredModelFile[] = [];
    services.modelFiles.remove = async (file) => {
      removed.push(file);
      await removeFile(file);
    };
    services.modelFiles.of = (modelId) => [
      ...filesOf(modelId),
      ...(modelId === undefined ? removed.map((file) => ({ file })) : []),
    ];
  },
});
