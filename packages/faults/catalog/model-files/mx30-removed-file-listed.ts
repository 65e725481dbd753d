import type { StoredModelFile } from '../store/model-files.ts';
import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'MX30',
  area: 'model-engine',
  sentence: 'A file that was removed is still listed.',
  source: 'Ours: whoever deploys it waits for a file that is gone',
  reverts: 'that what is removed is gone from the list too',
  install({ parts }) {
    const { removeFile, filesOf } = parts.hub;
    const removed: StoredModelFile[] = [];
    parts.hub.removeFile = async (file) => {
      removed.push(file);
      await removeFile(file);
    };
    parts.hub.filesOf = (modelId) => [
      ...filesOf(modelId),
      ...(modelId === undefined ? removed.map((file) => ({ file })) : []),
    ];
  },
};
