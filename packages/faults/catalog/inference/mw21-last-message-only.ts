import { defineFault } from '../../src/define-fault.ts';
import { completions } from '../../inject/wire/completions.ts';
import { onRequest } from '../../inject/wire/on-request.ts';
import { withJson } from '../../inject/wire/with-json.ts';

export const lastMessageOnly = defineFault({
  id: 'MW21',
  capability: 'inference',
  layer: 'wire',
  heldOut: true,
  sentence: 'Only the last message of a conversation reaches the model.',
  source: 'A gateway that saves tokens',
  reverts: 'that a model reads the whole conversation',
  install: () =>
    onRequest(completions, (request) =>
      withJson(request, (question: { messages?: unknown[] }) => ({
        ...question,
        messages: question.messages?.slice(-1),
      })),
    ),
});
