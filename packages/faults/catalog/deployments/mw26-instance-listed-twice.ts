import { defineFault } from '../../src/define-fault.ts';
import { onResponse } from '../../inject/wire/on-response.ts';
import { withJson } from '../../inject/wire/with-json.ts';

export const instanceListedTwice = defineFault({
  id: 'MW26',
  capability: 'deployments',
  layer: 'wire',
  heldOut: true,
  sentence: 'An instance is listed twice.',
  source: 'A join that multiplies rows',
  reverts: 'that each instance is listed once',
  install: () =>
    onResponse(/^GET \/api\/serving\/model_instances$/, (response) =>
      response.status === 200
        ? withJson(response, (all: unknown[]) => [...all, ...all.slice(0, 1)])
        : response,
    ),
});
