import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'MX28',
  area: 'model-engine',
  sentence: 'The files of a model that was removed stay.',
  source: 'Ours: disks fill with what no page shows',
  reverts: 'that a model takes its files with it',
  install({ parts }) {
    parts.hub.removeFilesOf = async () => undefined;
  },
};
