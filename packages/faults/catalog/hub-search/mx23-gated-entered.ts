import { enterModel } from '../routes/enter-model.ts';
import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'MX23',
  area: 'model-engine',
  sentence: 'A repository that cannot be had is in the catalogue after a try to fetch it.',
  source: 'Ours: an entry without files that nobody can deploy',
  reverts: 'that a model is entered only when the hub lets the platform have it',
  install({ parts, app }) {
    app.addHook('preHandler', async (call) => {
      const { model } = (call.body ?? {}) as { model?: unknown };
      if (call.url.startsWith('/api/models/download') && String(model).startsWith('kamiwaza-gated/'))
        enterModel(parts, call, { name: String(model), repo_modelId: String(model) });
    });
  },
};
