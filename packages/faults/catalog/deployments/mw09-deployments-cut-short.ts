import { defineFault } from '../../src/define-fault.ts';
import { onResponse } from '../../inject/wire/on-response.ts';
import { withJson } from '../../inject/wire/with-json.ts';

export const deploymentsCutShort = defineFault({
  id: 'MW9',
  capability: 'deployments',
  layer: 'wire',
  heldOut: true,
  sentence: 'The list of deployments ends after one.',
  source: 'A default page size that clients do not know of',
  reverts: 'that every deployment is listed',
  install: () =>
    onResponse(/^GET \/api\/serving\/deployments$/, (response) =>
      response.status === 200 ? withJson(response, (all: unknown[]) => all.slice(0, 1)) : response,
    ),
});
