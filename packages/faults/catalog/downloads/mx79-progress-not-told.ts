import { defineFault } from '../../src/define-fault.ts';

export const progressNotTold = defineFault({
  id: 'MX79',
  capability: 'downloads',
  layer: 'service',
  sentence: 'How far a download is, is not told before it is over.',
  source: 'OpenAPI document, ModelDownloadStatus: download_percentage',
  reverts: 'that the progress of a download is told',
  install({ http }) {
    http.addHook('preSerialization', async ({ url }, _reply, payload) =>
      url.startsWith('/api/model_files/download_status') && Array.isArray(payload)
        ? payload.map((file: { is_downloading: boolean }) =>
            file.is_downloading ? { ...file, download_percentage: 0 } : file,
          )
        : payload,
    );
  },
});
