import { defineFault } from '../../src/define-fault.ts';
import { jsonResponse } from '../../inject/wire/json-response.ts';
import { onResponse } from '../../inject/wire/on-response.ts';

export const oddModelIdFails = defineFault({
  id: 'A21b',
  capability: 'model-permissions',
  layer: 'wire',
  sentence: 'A malformed model id is answered with 500.',
  source: 'SDK tests/integration/test_models_extended_live.py',
  reverts: 'that ids are checked before the database is asked',
  install: () =>
    onResponse(/^(GET|PUT|DELETE) \/api\/models\/(?![\da-f-]{36}$)[^/]+$/i, (response) =>
      response.status === 422
        ? jsonResponse(500, { detail: 'Internal Server Error' }, response.headers)
        : response,
    ),
});
