import { defineFault } from '../../src/define-fault.ts';
import { onResponse } from '../../inject/wire/on-response.ts';
import { withJson } from '../../inject/wire/with-json.ts';

export const filesWithoutSize = defineFault({
  id: 'MX71',
  capability: 'hub-search',
  layer: 'wire',
  sentence: 'The files of a repository are listed without their size.',
  source: 'Ours: a user cannot see before a download whether the disk holds it',
  reverts: 'that the size of a file is known before it is downloaded',
  install: () =>
    onResponse(/ \/api\/model_files\/search/, (response) =>
      withJson(response, (files: object) =>
        Array.isArray(files) ? files.map((file: object) => ({ ...file, size: null })) : files,
      ),
    ),
});
