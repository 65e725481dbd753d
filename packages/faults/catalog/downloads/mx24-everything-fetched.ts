import { defineFault } from '../../src/define-fault.ts';
import { onRequest } from '../../inject/wire/on-request.ts';
import { withJson } from '../../inject/wire/with-json.ts';

export const everythingFetched = defineFault({
  id: 'MX24',
  capability: 'downloads',
  layer: 'wire',
  sentence: 'A download brings all files of a model, whichever were requested.',
  source: 'Ours: every quantization of a model together fills the disk',
  reverts: 'that files_to_download is heeded',
  install: () =>
    onRequest(/ \/api\/models\/download/, (request) =>
      withJson(request, (asked: object) => ({ ...asked, files_to_download: null })),
    ),
});
