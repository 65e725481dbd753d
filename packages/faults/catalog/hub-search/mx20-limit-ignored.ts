import { defineFault } from '../../src/define-fault.ts';
import { onRequest } from '../../inject/wire/on-request.ts';
import { withJson } from '../../inject/wire/with-json.ts';

export const limitIgnored = defineFault({
  id: 'MX20',
  capability: 'hub-search',
  layer: 'wire',
  sentence: 'A search returns more results than requested.',
  source: 'Ours: a page that asks for ten and gets thousands hangs',
  reverts: 'that limit is heeded',
  install: () =>
    onRequest(/ \/api\/models\/search/, (request) =>
      withJson(request, (asked: object) => ({ ...asked, limit: 100 })),
    ),
});
