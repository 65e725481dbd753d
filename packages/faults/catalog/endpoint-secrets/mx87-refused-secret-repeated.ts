import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'MX87',
  area: 'model-engine',
  sentence: 'A secret that is refused comes back in the refusal.',
  source: 'Ours: refusals are logged by clients, with all that is in them',
  reverts: 'that the refusal leaves out what was sent',
  install({ app }) {
    app.addHook('preSerialization', async ({ url, body }, { statusCode }, payload) =>
      url.startsWith('/api/catalog/secrets') && statusCode === 422
        ? { ...(payload as object), input: body }
        : payload,
    );
  },
};
