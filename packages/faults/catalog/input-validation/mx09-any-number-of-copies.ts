import { defineFault } from '../../src/define-fault.ts';
import { onRequest } from '../../inject/wire/on-request.ts';
import { withJson } from '../../inject/wire/with-json.ts';

export const anyNumberOfCopies = defineFault({
  id: 'MX9',
  capability: 'input-validation',
  layer: 'wire',
  sentence: 'Fewer than one copy is accepted.',
  source: 'A deployment of no copies never serves',
  reverts: 'that the number of copies is checked',
  install: () =>
    onRequest(/ \/api\//, (request) =>
      withJson(request, (asked: object) =>
        'starting_copies' in asked ? { ...asked, starting_copies: 1 } : asked,
      ),
    ),
});
