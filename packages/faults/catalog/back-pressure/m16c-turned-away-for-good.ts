import { defineFault } from '../../src/define-fault.ts';
import { onResponse } from '../../inject/wire/on-response.ts';
import { withHeaders } from '../../inject/wire/with-headers.ts';

export const turnedAwayForGood = defineFault({
  id: 'M16c',
  capability: 'back-pressure',
  layer: 'wire',
  sentence: 'A busy engine turns requests away without saying when to retry.',
  source: 'RFC 9110, 10.2.3: clients wait for as long as Retry-After says',
  reverts: 'that a busy engine says when it may have room',
  install: () =>
    onResponse(/ \/runtime\/models\//, (response) => withHeaders(response, { 'retry-after': undefined })),
});
