import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'M6',
  area: 'model-engine',
  sentence: 'A model that was only to be downloaded is deployed afterwards.',
  source: 'OpenAPI document, ModelDownloadRequest (ENG-5022): the download alone never deploys',
  reverts: 'that /models/download/ does not heed deploy_after_download',
  install({ app }) {
    const flagged = new Set<string>();
    app.addHook('preHandler', async ({ url, body }) => {
      const { model, deploy_after_download: wanted } = (body ?? {}) as Record<string, unknown>;
      if (url.startsWith('/api/models/download') && wanted === true) flagged.add(String(model));
    });
    app.addHook('preSerialization', async ({ url }, _reply, payload) =>
      url.startsWith('/api/models/pending_deployments')
        ? { ...(payload as object), pending_deployments: [...flagged], total_pending: flagged.size }
        : payload,
    );
  },
};
