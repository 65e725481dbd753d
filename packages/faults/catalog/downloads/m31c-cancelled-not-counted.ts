import { defineFault } from '../../src/define-fault.ts';

export const cancelledNotCounted = defineFault({
  id: 'M31c',
  capability: 'downloads',
  layer: 'service',
  sentence: 'Cancelling all downloads of a model cancels them and reports none.',
  source: 'OpenAPI document, cancel_model_download and cancel_all',
  reverts: 'that the counts are those of what was done',
  install({ services }) {
    const { downloads } = services;
    const { cancelAll } = downloads;
    downloads.cancelAll = async (modelId) => {
      await cancelAll(modelId);
      return { total: 0, cancelled: 0, failed: 0 };
    };
  },
});
