import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'M6',
  area: 'model-engine',
  sentence: 'A model that was only to be downloaded is deployed afterwards.',
  source: 'OpenAPI document, ModelDownloadRequest (ENG-5022): the download alone never deploys',
  reverts: 'that /models/download/ does not heed deploy_after_download',
  install({ app, parts }) {
    app.addHook('preSerialization', async ({ url, body, identity }, _reply, payload) => {
      const { deploy_after_download: wanted } = (body ?? {}) as Record<string, unknown>;
      if (url !== '/api/models/download/' || wanted !== true) return payload;
      const { files } = payload as { files: string[] };
      const [modelId] = files.flatMap((id) => parts.hub.fileAt(id)?.file.modelId ?? []);
      if (modelId !== undefined)
        parts.wishes.add({ modelId, fileIds: files, context: undefined, ownerId: identity?.sub ?? '' });
      return payload;
    });
  },
};
