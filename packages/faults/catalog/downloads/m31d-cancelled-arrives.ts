import { defineFault } from '../../src/define-fault.ts';

export const cancelledArrives = defineFault({
  id: 'M31d',
  capability: 'downloads',
  layer: 'service',
  sentence: 'A cancelled download is shown as such, continues unseen, and brings the file in the end.',
  source: 'OpenAPI document, cancel_model_download and cancel_all',
  reverts: 'that cancelling ends the transfer, not only its row',
  install({ services }) {
    const { downloads } = services;
    downloads.cancel = async (id) => {
      const entry = downloads.list().find(({ download }) => download.id === id);
      if (entry?.download.state !== 'downloading') return undefined;
      const cancelled = {
        ...entry.download,
        state: 'cancelled' as const,
        cancelledAt: new Date().toISOString(),
      };
      services.store.downloads.save(cancelled);
      return cancelled;
    };
  },
});
