import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'MX74',
  area: 'model-engine',
  sentence: 'The list of deployments does not say why one failed.',
  source: 'Ours: people look at the list first, and most at nothing else',
  reverts: 'that a deployment that failed is listed with its cause',
  install({ app }) {
    app.addHook('preSerialization', async ({ url }, _reply, payload) =>
      url.startsWith('/api/serving/deployments') && Array.isArray(payload)
        ? payload.map((one: object) => ({ ...one, last_error_code: null, last_error_message: null }))
        : payload,
    );
  },
};
