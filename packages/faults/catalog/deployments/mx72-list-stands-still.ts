import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'MX72',
  area: 'model-engine',
  sentence: 'A deployment is listed as it was when the list was first asked for.',
  source: 'Ours: whoever waits before the list waits for ever',
  reverts: 'that a list shows how far a deployment is now',
  install({ app }) {
    const seen = new Map<string, string>();
    app.addHook('preSerialization', async ({ url }, _reply, payload) => {
      if (!url.startsWith('/api/serving/deployments') || !Array.isArray(payload)) return payload;
      return payload.map((one: { id: string; status: string }) => {
        const status = seen.get(one.id) ?? one.status;
        seen.set(one.id, status);
        return { ...one, status };
      });
    });
  },
};
