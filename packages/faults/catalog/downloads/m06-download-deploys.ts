import { defineFault } from '../../src/define-fault.ts';

export const downloadDeploys = defineFault({
  id: 'M6',
  capability: 'downloads',
  layer: 'service',
  sentence: 'A model that was only to be downloaded is deployed afterwards.',
  source: 'OpenAPI document, ModelDownloadRequest (ENG-5022): the download alone never deploys',
  reverts: 'that /models/download/ does not heed deploy_after_download',
  install({ services, http }) {
    http.addHook('preSerialization', async ({ url, body, identity }, _reply, payload) => {
      const { deploy_after_download: wanted } = (body ?? {}) as Record<string, unknown>;
      if (url !== '/api/models/download/' || wanted !== true) return payload;
      const { files } = payload as { files: string[] };
      const [modelId] = files.flatMap((id) => services.modelFiles.byId(id)?.file.modelId ?? []);
      if (modelId !== undefined)
        services.pendingDeployments.add({
          modelId,
          fileIds: files,
          context: undefined,
          ownerId: identity?.sub ?? '',
        });
      return payload;
    });
  },
});
