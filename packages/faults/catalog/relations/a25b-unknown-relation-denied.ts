import { defineFault } from '../../src/define-fault.ts';
import { onRequest } from '../../inject/wire/on-request.ts';
import { withJson } from '../../inject/wire/with-json.ts';

export const unknownRelationDenied = defineFault({
  id: 'A25b',
  capability: 'relations',
  layer: 'wire',
  sentence: 'A relation that does not exist is denied instead of refused.',
  source: 'SDK docs: "owns" is answered with 422',
  reverts: 'that relations are checked against those there are',
  install: () =>
    onRequest(/ \/api\/auth\/check/, (request) =>
      withJson(request, (question: { relation?: unknown }) =>
        question.relation === 'owns' ? { ...question, relation: 'owner' } : question,
      ),
    ),
});
