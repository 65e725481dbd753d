import { defineFault } from '../../src/define-fault.ts';
import { runtime } from '../../inject/wire/completions.ts';
import { onResponse } from '../../inject/wire/on-response.ts';
import { withHeaders } from '../../inject/wire/with-headers.ts';

export const anySiteReadsAnswers = defineFault({
  id: 'MW16',
  capability: 'model-access',
  layer: 'wire',
  heldOut: true,
  sentence: 'Pages of any site may read what a model answers.',
  source: 'The quick answer to a CORS error',
  reverts: 'that only the platform’s own pages read what a model answers',
  install: () =>
    onResponse(runtime, (response, { headers: { origin } }) =>
      origin === undefined
        ? response
        : withHeaders(response, {
            'access-control-allow-origin': origin,
            'access-control-allow-credentials': 'true',
          }),
    ),
});
