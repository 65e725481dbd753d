import { defineFault } from '../../src/define-fault.ts';
import { onRequest } from '../../inject/wire/on-request.ts';
import { withHeaders } from '../../inject/wire/with-headers.ts';

export const tokenInTheQuery = defineFault({
  id: 'AX46b',
  capability: 'cookies',
  layer: 'wire',
  sentence: 'A token in the query of an address is believed, and logs and histories keep it.',
  source: 'RFC 6750 allows it and advises against it; made for downloads, and never taken back',
  reverts: 'that a token comes in a header or a cookie',
  install: () =>
    onRequest(/./, (request) => {
      const token = URL.parse(request.path, 'http://here')?.searchParams.get('access_token') ?? undefined;
      return token === undefined || request.headers.authorization !== undefined
        ? request
        : withHeaders(request, { authorization: `Bearer ${token}` });
    }),
});
