import { defineFault } from '../../src/define-fault.ts';
import { onResponse } from '../../inject/wire/on-response.ts';
import { withHeaders } from '../../inject/wire/with-headers.ts';

export const anyOriginWithCookies = defineFault({
  id: 'AX2',
  capability: 'cross-origin',
  layer: 'wire',
  sentence: 'Every origin may ask the API with the visitor’s cookies and read the answer.',
  source: 'Ours: the quick answer to a CORS error while a console is being developed, shipped by mistake',
  reverts: 'that the API answers its own origin only',
  install: () =>
    onResponse(/./, (response, { headers: { origin } }) =>
      origin === undefined
        ? response
        : withHeaders(response, {
            'access-control-allow-origin': origin,
            'access-control-allow-credentials': 'true',
          }),
    ),
});
