import { defineFault } from '../../src/define-fault.ts';
import { onResponse } from '../../inject/wire/on-response.ts';
import { withJson } from '../../inject/wire/with-json.ts';

export const listHidesTheCause = defineFault({
  id: 'MX74',
  capability: 'deployments',
  layer: 'wire',
  sentence: 'The list of deployments does not say why one failed.',
  source: 'Ours: people look at the list first, and most at nothing else',
  reverts: 'that a deployment that failed is listed with its cause',
  install: () =>
    onResponse(/ \/api\/serving\/deployments/, (response) =>
      withJson(response, (listed: object) =>
        Array.isArray(listed)
          ? listed.map((one: object) => ({ ...one, last_error_code: null, last_error_message: null }))
          : listed,
      ),
    ),
});
