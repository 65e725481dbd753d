import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'M29d',
  area: 'model-engine',
  sentence: 'A discovery that is not well formed is refused with its own secrets in the answer.',
  source:
    'Capability record models.external-endpoints: redirects are refused, secrets never echoed, errors typed',
  reverts: 'that the refusal leaves out what was sent',
  install({ app }) {
    app.addHook('preSerialization', async ({ url, body }, { statusCode }, payload) =>
      url.startsWith('/api/serving/external-endpoints') && statusCode === 422
        ? { ...(payload as object), input: body }
        : payload,
    );
  },
};
