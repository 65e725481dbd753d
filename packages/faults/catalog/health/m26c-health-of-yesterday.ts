import { defineFault } from '../../src/define-fault.ts';

interface Health {
  deployment_id: string;
  status: string;
}

export const healthOfYesterday = defineFault({
  id: 'M26c',
  capability: 'health',
  layer: 'service',
  sentence: 'The health of a deployment is told as it was when somebody first asked for it.',
  source: 'Capability documentation',
  reverts: 'that each look at the health is a look at the engines',
  install({ http }) {
    const seen = new Map<string, string>();
    http.addHook('preSerialization', async ({ url }, _reply, payload) => {
      if (!url.startsWith('/api/serving/health') || !Array.isArray(payload)) return payload;
      return payload.map(({ deployment_id, status: now }: Health) => {
        const status = seen.get(deployment_id) ?? now;
        seen.set(deployment_id, status);
        return { deployment_id, status };
      });
    });
  },
});
