import { defineFault } from '../../src/define-fault.ts';
import { currentRequest } from '../../inject/service/current-request.ts';

export const consoleFetchesNothing = defineFault({
  id: 'MX130',
  capability: 'downloads',
  layer: 'service',
  sentence: 'A download that is requested in the console is reported to be running, and never starts.',
  source: 'Ours: unnoticed as long as the file is there from an earlier time',
  reverts: 'that a download begins, by whichever client it is requested',
  install({ services, http }) {
    const { downloads } = services;
    const { start } = downloads;
    const request = currentRequest(http);
    // Only browsers send this header.
    downloads.start = (modelId, files) =>
      request()?.headers['sec-fetch-mode'] === undefined ? start(modelId, files) : [];
  },
});
