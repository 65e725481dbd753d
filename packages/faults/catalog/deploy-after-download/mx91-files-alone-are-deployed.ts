import { defineFault } from '../../src/define-fault.ts';
import { onRequest } from '../../inject/wire/on-request.ts';
import { withJson } from '../../inject/wire/with-json.ts';

export const filesAloneAreDeployed = defineFault({
  id: 'MX91',
  capability: 'deploy-after-download',
  layer: 'wire',
  sentence: 'A model is deployed although only its files were requested.',
  source: 'OpenAPI document, ModelDownloadRequest: download_and_deploy honours deploy_after_download',
  reverts: 'that a no is heeded',
  install: () =>
    onRequest(/ \/api\/models\/download_and_deploy/, (request) =>
      withJson(request, (asked: object) => ({ ...asked, deploy_after_download: true })),
    ),
});
