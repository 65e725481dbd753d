import { defineFault } from '../../src/define-fault.ts';
import { onRequest } from '../../inject/wire/on-request.ts';
import { withJson } from '../../inject/wire/with-json.ts';

export const unknownEngineIgnored = defineFault({
  id: 'MX99',
  capability: 'input-validation',
  layer: 'wire',
  sentence: 'An engine that nobody knows is taken for none that was named.',
  source: 'Ours: whoever misspells an engine gets another one and does not learn of it',
  reverts: 'that the names of engines are checked',
  install: () =>
    onRequest(/ \/api\/serving\/deploy_model/, (request) =>
      withJson(request, (asked: object) => ({ ...asked, engine_name: null })),
    ),
});
