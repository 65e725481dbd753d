import { defineFault } from '../../src/define-fault.ts';
import { jsonResponse } from '../../inject/wire/json-response.ts';
import { onResponse } from '../../inject/wire/on-response.ts';

export const unknownDeploymentStopped = defineFault({
  id: 'MX103',
  capability: 'input-validation',
  layer: 'wire',
  sentence: 'Stopping an unknown deployment is confirmed.',
  source: 'Ours: a user who mistypes an id believes that their model is stopped',
  reverts: 'that an unknown deployment is a 404',
  install: () =>
    onResponse(/^DELETE \/api\/serving\/deployment\//, (response) =>
      response.status === 404 ? jsonResponse(200, true, response.headers) : response,
    ),
});
