import { defineFault } from '../../src/define-fault.ts';

export const unknownFileDeployed = defineFault({
  id: 'MX97',
  capability: 'deploy-after-download',
  layer: 'service',
  sentence: 'A file that the model does not have is taken for one that is on its way.',
  source: 'Ours: whoever misspells a file waits for ever',
  reverts: 'that a file has to be there to be deployed',
  install({ http }) {
    http.addHook('preHandler', async ({ url, body }) => {
      if (url.startsWith('/api/models/deploy_after_download') && body)
        Object.assign(body, { files_to_deploy: null });
    });
  },
});
