import { enterModel } from '@uat/platform';
import { defineFault } from '../../src/define-fault.ts';

export const gatedEntered = defineFault({
  id: 'MX23',
  capability: 'hub-search',
  layer: 'service',
  sentence: 'A repository that cannot be downloaded is in the catalogue after an attempt to download it.',
  source: 'Ours: an entry without files that cannot be deployed',
  reverts: 'that a model is entered only when the hub lets the platform have it',
  install({ services, http }) {
    http.addHook('preHandler', async (call) => {
      const { model } = (call.body ?? {}) as { model?: unknown };
      if (call.url.startsWith('/api/models/download') && String(model).startsWith('kamiwaza-gated/'))
        enterModel(services, call, { name: String(model), repo_modelId: String(model) });
    });
  },
});
