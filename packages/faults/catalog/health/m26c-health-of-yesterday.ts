import { defineFault } from '../../src/define-fault.ts';
import { onResponse } from '../../inject/wire/on-response.ts';
import { withJson } from '../../inject/wire/with-json.ts';

interface Health {
  deployment_id: string;
  status: string;
}

export const healthOfYesterday = defineFault({
  id: 'M26c',
  capability: 'health',
  layer: 'wire',
  sentence: 'The health of a deployment is reported as it was at the first request.',
  source: 'Capability documentation',
  reverts: 'that each look at the health is a look at the engines',
  install() {
    const seen = new Map<string, string>();
    return onResponse(/ \/api\/serving\/health/, (response) =>
      withJson(response, (listed: Health[] | object) => {
        if (!Array.isArray(listed)) return listed;
        return listed.map(({ deployment_id, status: now }) => {
          const status = seen.get(deployment_id) ?? now;
          seen.set(deployment_id, status);
          return { deployment_id, status };
        });
      }),
    );
  },
});
