import { defineFault } from '../../src/define-fault.ts';
import { completions } from '../../inject/wire/completions.ts';
import { onRequest } from '../../inject/wire/on-request.ts';
import { withJson } from '../../inject/wire/with-json.ts';

export const oneStopOnly = defineFault({
  id: 'MW20',
  capability: 'inference',
  layer: 'wire',
  heldOut: true,
  sentence: 'Only the first of several texts that are to stop an answer does.',
  source: 'OpenAI protocol: stop takes up to four texts',
  reverts: 'that each of several texts stops an answer',
  install: () =>
    onRequest(completions, (request) =>
      withJson(request, (question: { stop?: string | string[] }) => ({
        ...question,
        stop: [question.stop ?? []].flat().slice(0, 1),
      })),
    ),
});
