import { defineFault } from '../../src/define-fault.ts';

export const listHidesTheCause = defineFault({
  id: 'MX74',
  capability: 'deployments',
  layer: 'service',
  sentence: 'The list of deployments does not say why one failed.',
  source: 'Ours: people look at the list first, and most at nothing else',
  reverts: 'that a deployment that failed is listed with its cause',
  install({ http }) {
    http.addHook('preSerialization', async ({ url }, _reply, payload) =>
      url.startsWith('/api/serving/deployments') && Array.isArray(payload)
        ? payload.map((one: object) => ({ ...one, last_error_code: null, last_error_message: null }))
        : payload,
    );
  },
});
