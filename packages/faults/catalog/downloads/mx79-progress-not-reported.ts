import { defineFault } from '../../src/define-fault.ts';
import { onResponse } from '../../inject/wire/on-response.ts';
import { withJson } from '../../inject/wire/with-json.ts';

export const progressNotReported = defineFault({
  id: 'MX79',
  capability: 'downloads',
  layer: 'wire',
  sentence: 'The progress of a download is not reported before it is over.',
  source: 'OpenAPI document, ModelDownloadStatus: download_percentage',
  reverts: 'that the progress of a download is reported',
  install: () =>
    onResponse(/ \/api\/model_files\/download_status/, (response) =>
      withJson(response, (files: object) =>
        Array.isArray(files)
          ? files.map((file: { is_downloading: boolean }) =>
              file.is_downloading ? { ...file, download_percentage: 0 } : file,
            )
          : files,
      ),
    ),
});
