import { defineFault } from '../../src/define-fault.ts';
import { onResponse } from '../../inject/wire/on-response.ts';
import { withHeaders } from '../../inject/wire/with-headers.ts';

export const cachesKeepAnswers = defineFault({
  id: 'AX3',
  capability: 'cross-origin',
  layer: 'wire',
  sentence: 'A cache between the platform and its users may keep answers that are about one of them.',
  source: 'Ours: one header set too widely gives one user’s answer to the next',
  reverts: 'that no cache keeps answers of the API',
  install: () =>
    onResponse(/ \/api\//, (response) => withHeaders(response, { 'cache-control': 'public, max-age=600' })),
});
