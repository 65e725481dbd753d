import { defineFault } from '../../src/define-fault.ts';
import { currentRequest } from '../../inject/service/current-request.ts';

export const consoleFetchesNothing = defineFault({
  id: 'MX130',
  capability: 'downloads',
  layer: 'service',
  sentence: 'What somebody asks for in the console is told to be on its way, and is not fetched.',
  source: 'Ours: nobody notices as long as the file is there from an earlier time',
  reverts: 'that a download begins, whoever asks for it',
  install({ services, http }) {
    const { downloads } = services;
    const { start } = downloads;
    const request = currentRequest(http);
    // Only browsers send this header.
    downloads.start = (modelId, files) =>
      request()?.headers['sec-fetch-mode'] === undefined ? start(modelId, files) : [];
  },
});
