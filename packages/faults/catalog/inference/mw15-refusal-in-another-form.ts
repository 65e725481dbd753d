import { defineFault } from '../../src/define-fault.ts';
import { runtime } from '../../inject/wire/completions.ts';
import { onResponse } from '../../inject/wire/on-response.ts';
import { withJson } from '../../inject/wire/with-json.ts';

export const refusalInAnotherForm = defineFault({
  id: 'MW15',
  capability: 'inference',
  layer: 'wire',
  heldOut: true,
  sentence: 'A model refuses in the form of the API instead of OpenAI’s.',
  source: 'OpenAI protocol: an error is an object',
  reverts: 'that clients of OpenAI can read a refusal',
  install: () =>
    onResponse(runtime, (response) =>
      response.status === 400
        ? withJson(response, ({ error }: { error: { message: string } }) => ({ detail: error.message }))
        : response,
    ),
});
