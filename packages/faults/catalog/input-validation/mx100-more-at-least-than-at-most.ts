import { defineFault } from '../../src/define-fault.ts';
import { onRequest } from '../../inject/wire/on-request.ts';
import { withJson } from '../../inject/wire/with-json.ts';

export const moreAtLeastThanAtMost = defineFault({
  id: 'MX100',
  capability: 'input-validation',
  layer: 'wire',
  sentence: 'A minimum of copies above the maximum is accepted.',
  source: 'Ours: nothing can keep both numbers',
  reverts: 'that the numbers of copies are held against each other',
  install: () =>
    onRequest(/ \/api\/serving\/deploy_model/, (request) =>
      withJson(request, (asked: object) => ({ ...asked, max_copies: null })),
    ),
});
