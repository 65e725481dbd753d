import { defineFault } from '../../src/define-fault.ts';
import { runtime } from '../../inject/wire/completions.ts';
import { onResponse } from '../../inject/wire/on-response.ts';
import { withHeaders } from '../../inject/wire/with-headers.ts';

export const cachesKeepModelAnswers = defineFault({
  id: 'MW17',
  capability: 'model-access',
  layer: 'wire',
  heldOut: true,
  sentence: 'Caches on the way may keep what a model answers.',
  source: 'One header that is set too widely',
  reverts: 'that no cache keeps what a model answers',
  install: () =>
    onResponse(runtime, (response) => withHeaders(response, { 'cache-control': 'public, max-age=60' })),
});
