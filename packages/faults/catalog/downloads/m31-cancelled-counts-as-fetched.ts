import { defineFault } from '../../src/define-fault.ts';

export const cancelledCountsAsFetched = defineFault({
  id: 'M31',
  capability: 'downloads',
  layer: 'service',
  sentence: 'A cancelled download counts as one that brought the file.',
  source: 'OpenAPI document, cancel_model_download and cancel_all',
  reverts: 'that only a whole file is one that was downloaded',
  install({ services }) {
    const { list } = services.downloads;
    services.downloads.list = () =>
      list().map(({ download, progress }) => ({
        download: download.state === 'cancelled' ? { ...download, state: 'done' } : download,
        progress,
      }));
  },
});
