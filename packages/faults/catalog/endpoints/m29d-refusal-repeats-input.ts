import { defineFault } from '../../src/define-fault.ts';
import { onResponse } from '../../inject/wire/on-response.ts';
import { jsonIn, withJson } from '../../inject/wire/with-json.ts';

export const refusalRepeatsInput = defineFault({
  id: 'M29d',
  capability: 'endpoints',
  layer: 'wire',
  sentence: 'A malformed discovery request is refused with its own secrets in the answer.',
  source:
    'Capability record models.external-endpoints: redirects are refused, secrets never echoed, errors typed',
  reverts: 'that the refusal leaves out what was sent',
  install: () =>
    onResponse(/ \/api\/serving\/external-endpoints/, (response, request) =>
      response.status === 422
        ? withJson(response, (refusal: object) => ({ ...refusal, input: jsonIn(request) }))
        : response,
    ),
});
