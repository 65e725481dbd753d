import { defineFault } from '../../src/define-fault.ts';
import { jsonResponse } from '../../inject/wire/json-response.ts';
import { onResponse } from '../../inject/wire/on-response.ts';

export const stopDeniedAfterwards = defineFault({
  id: 'MW25',
  capability: 'deployments',
  layer: 'wire',
  heldOut: true,
  sentence: 'A deployment is stopped, and the answer says that it was not.',
  source: 'Ours: clients that believe it try again',
  reverts: 'that stopping a deployment is confirmed',
  install: () =>
    onResponse(/^DELETE \/api\/serving\/deployment\/[0-9a-f-]{36}$/, (response) =>
      response.status === 200 ? jsonResponse(200, false) : response,
    ),
});
