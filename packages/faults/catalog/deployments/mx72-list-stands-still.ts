import { defineFault } from '../../src/define-fault.ts';
import { onResponse } from '../../inject/wire/on-response.ts';
import { withJson } from '../../inject/wire/with-json.ts';

export const listStandsStill = defineFault({
  id: 'MX72',
  capability: 'deployments',
  layer: 'wire',
  sentence: 'A deployment is listed as it was when the list was first requested.',
  source: 'Ours: a user who waits before the list waits for ever',
  reverts: 'that a list shows how far a deployment is now',
  install() {
    const seen = new Map<string, string>();
    return onResponse(/ \/api\/serving\/deployments/, (response) =>
      withJson(response, (listed: { id: string; status: string }[] | object) => {
        if (!Array.isArray(listed)) return listed;
        return listed.map((one) => {
          const status = seen.get(one.id) ?? one.status;
          seen.set(one.id, status);
          return { ...one, status };
        });
      }),
    );
  },
});
