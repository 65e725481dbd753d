import { defineFault } from '../../src/define-fault.ts';

export const listStandsStill = defineFault({
  id: 'MX72',
  capability: 'deployments',
  layer: 'service',
  sentence: 'A deployment is listed as it was when the list was first asked for.',
  source: 'Ours: whoever waits before the list waits for ever',
  reverts: 'that a list shows how far a deployment is now',
  install({ http }) {
    const seen = new Map<string, string>();
    http.addHook('preSerialization', async ({ url }, _reply, payload) => {
      if (!url.startsWith('/api/serving/deployments') || !Array.isArray(payload)) return payload;
      return payload.map((one: { id: string; status: string }) => {
        const status = seen.get(one.id) ?? one.status;
        seen.set(one.id, status);
        return { ...one, status };
      });
    });
  },
});
