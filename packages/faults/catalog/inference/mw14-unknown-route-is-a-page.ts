import { defineFault } from '../../src/define-fault.ts';
import { runtime } from '../../inject/wire/completions.ts';
import { onResponse } from '../../inject/wire/on-response.ts';

export const unknownRouteIsAPage = defineFault({
  id: 'MW14',
  capability: 'inference',
  layer: 'wire',
  heldOut: true,
  sentence: 'An unknown route of a model is answered by a page.',
  source: 'A single-page console that catches every address',
  reverts: 'that an unknown route of a model is answered with 404',
  install: () =>
    onResponse(runtime, (response) =>
      response.status === 404
        ? { status: 200, headers: { 'content-type': 'text/html' }, body: Buffer.from('<html></html>') }
        : response,
    ),
});
