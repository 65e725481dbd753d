import { defineFault } from '../../src/define-fault.ts';
import { onResponse } from '../../inject/wire/on-response.ts';
import { jsonIn, withJson } from '../../inject/wire/with-json.ts';

export const refusedSecretRepeated = defineFault({
  id: 'MX87',
  capability: 'endpoint-secrets',
  layer: 'wire',
  sentence: 'A refused secret is repeated in the refusal.',
  source: 'Ours: refusals are logged by clients, with all that is in them',
  reverts: 'that the refusal leaves out what was sent',
  install: () =>
    onResponse(/ \/api\/catalog\/secrets/, (response, request) =>
      response.status === 422
        ? withJson(response, (refusal: object) => ({ ...refusal, input: jsonIn(request) }))
        : response,
    ),
});
