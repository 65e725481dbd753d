import { defineFault } from '../../src/define-fault.ts';
import { onRequest } from '../../inject/wire/on-request.ts';
import { withJson } from '../../inject/wire/with-json.ts';

export const unknownEngineIgnored = defineFault({
  id: 'MX99',
  capability: 'input-validation',
  layer: 'wire',
  sentence: 'An unknown engine is treated as if none had been named.',
  source: 'Ours: a user who misspells an engine silently gets another one',
  reverts: 'that the names of engines are checked',
  install: () =>
    onRequest(/ \/api\/serving\/deploy_model/, (request) =>
      withJson(request, (asked: object) => ({ ...asked, engine_name: null })),
    ),
});
