import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'M31',
  area: 'model-engine',
  sentence: 'A download that was given up counts as one that brought the file.',
  source: 'OpenAPI document, cancel_model_download and cancel_all',
  reverts: 'that only a whole file is one that was downloaded',
  install({ parts }) {
    const { list } = parts.hub.downloads;
    parts.hub.downloads.list = () =>
      list().map(({ download, progress }) => ({
        download: download.state === 'cancelled' ? { ...download, state: 'done' } : download,
        progress,
      }));
  },
};
