import { defineFault } from '../../src/define-fault.ts';
import { onResponse } from '../../inject/wire/on-response.ts';
import { withJson } from '../../inject/wire/with-json.ts';

export const lifetimeAsText = defineFault({
  id: 'AW8',
  capability: 'tokens',
  layer: 'wire',
  heldOut: true,
  sentence: 'The lifetime of a token comes as text.',
  source: 'RFC 6749, 5.1: expires_in is a number',
  reverts: 'that expires_in is a number of seconds',
  install: () =>
    onResponse(/^POST \/api\/auth\/(token|refresh)$/, (response) =>
      response.status === 200
        ? withJson(response, (tokens: { expires_in: number }) => ({
            ...tokens,
            expires_in: String(tokens.expires_in),
          }))
        : response,
    ),
});
