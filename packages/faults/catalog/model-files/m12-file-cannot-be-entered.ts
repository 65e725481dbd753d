import { defineFault } from '../../src/define-fault.ts';
import { jsonResponse } from '../../inject/wire/json-response.ts';
import { onResponse } from '../../inject/wire/on-response.ts';

export const fileCannotBeEntered = defineFault({
  id: 'M12',
  capability: 'model-files',
  layer: 'wire',
  sentence: 'Registering a file by hand is answered with 500.',
  source: 'SDK api_todo.md, TS11.002',
  reverts: 'that a file needs no model',
  install: () =>
    onResponse(/^POST \/api\/model_files\/?$/, (response) =>
      [401, 403].includes(response.status)
        ? response
        : jsonResponse(500, { detail: 'Internal Server Error' }, response.headers),
    ),
});
