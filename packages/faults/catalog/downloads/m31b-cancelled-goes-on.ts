import { defineFault } from '../../src/define-fault.ts';

export const cancelledGoesOn = defineFault({
  id: 'M31b',
  capability: 'downloads',
  layer: 'service',
  sentence: 'A cancelled download continues.',
  source: 'OpenAPI document, cancel_model_download and cancel_all',
  reverts: 'that cancelling ends it',
  install({ services }) {
    const { downloads } = services;
    downloads.cancel = async (id) => {
      const entry = downloads.list().find(({ download }) => download.id === id);
      if (entry?.download.state !== 'downloading') return undefined;
      return { ...entry.download, cancelledAt: new Date().toISOString() };
    };
  },
});
