import { defineFault } from '../../src/define-fault.ts';
import { onResponse } from '../../inject/wire/on-response.ts';
import { jsonIn, withJson } from '../../inject/wire/with-json.ts';

export const nameOfSecretRevealed = defineFault({
  id: 'MX82',
  capability: 'endpoint-secrets',
  layer: 'wire',
  sentence: 'The answer of a discovery reveals the name of the secret that was used.',
  source:
    'OpenAPI document, discoverExternalEndpoint: a stored secret is resolved by the server and never comes back',
  reverts: 'that the name of a secret does not come back',
  install: () =>
    onResponse(/ \/api\/serving\/external-endpoints/, (response, request) =>
      withJson(response, (answer: object) => ({ ...answer, asked: jsonIn(request) })),
    ),
});
