import { defineFault } from '../../src/define-fault.ts';
import { onRequest } from '../../inject/wire/on-request.ts';
import { withJson } from '../../inject/wire/with-json.ts';

export const unknownFileDeployed = defineFault({
  id: 'MX97',
  capability: 'deploy-after-download',
  layer: 'wire',
  sentence: 'A file that the model does not have is treated as one that is being downloaded.',
  source: 'Ours: a caller who misspells a file waits for ever',
  reverts: 'that a file has to be there to be deployed',
  install: () =>
    onRequest(/ \/api\/models\/deploy_after_download/, (request) =>
      withJson(request, (asked: object) => ({ ...asked, files_to_deploy: null })),
    ),
});
