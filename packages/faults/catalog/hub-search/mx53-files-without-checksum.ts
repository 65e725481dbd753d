import { defineFault } from '../../src/define-fault.ts';
import { onResponse } from '../../inject/wire/on-response.ts';
import { withJson } from '../../inject/wire/with-json.ts';

export const filesWithoutChecksum = defineFault({
  id: 'MX53',
  capability: 'hub-search',
  layer: 'wire',
  sentence: 'The files of a repository are listed without their checksums.',
  source: 'Ours: a spoilt file cannot be told from a whole one',
  reverts: 'that a file can be checked against what its hub promised',
  install: () =>
    onResponse(/ \/api\/model_files\/search/, (response) =>
      withJson(response, (files: object) =>
        Array.isArray(files) ? files.map((file: object) => ({ ...file, checksum: null })) : files,
      ),
    ),
});
