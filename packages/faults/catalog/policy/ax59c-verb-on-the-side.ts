import { defineFault } from '../../src/define-fault.ts';
import { onRequest } from '../../inject/wire/on-request.ts';
import { withHeaders } from '../../inject/wire/with-headers.ts';

export const verbOnTheSide = defineFault({
  id: 'AX59c',
  capability: 'policy',
  layer: 'wire',
  sentence: 'A caller who names another method in a header is judged by that one.',
  source: 'Frameworks honour X-HTTP-Method-Override; here it lets a DELETE pass for a GET',
  reverts: 'that a request is judged by the verb that it has',
  install: () =>
    onRequest(/./, (request) => {
      const claimed = request.headers['x-http-method-override'];
      return claimed === undefined
        ? request
        : withHeaders(request, { 'x-forwarded-method': String(claimed) });
    }),
});
