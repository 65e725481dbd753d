import { defineFault } from '../../src/define-fault.ts';
import { jsonResponse } from '../../inject/wire/json-response.ts';
import { onResponse } from '../../inject/wire/on-response.ts';

export const nodeStatusMissing = defineFault({
  id: 'M14',
  capability: 'health',
  layer: 'wire',
  sentence: 'The state of the node is answered with 404.',
  source: 'SDK: /node/node_status was not routed in cluster mode',
  reverts: 'that the open probe of the node is served',
  install: () =>
    onResponse(/ \/api\/node\/node_status/, ({ headers }) =>
      jsonResponse(404, { detail: 'Not Found' }, headers),
    ),
});
