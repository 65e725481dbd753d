import { defineFault } from '../../src/define-fault.ts';
import { onRequest } from '../../inject/wire/on-request.ts';
import { withJson } from '../../inject/wire/with-json.ts';

export const rolesForgotten = defineFault({
  id: 'MX122',
  capability: 'inference',
  layer: 'wire',
  sentence: 'A model reads a conversation as one text, without the roles of its speakers.',
  source: 'Ours: rules of the system that are read as the words of a user are no rules',
  reverts: 'that a conversation is put to a model by its template',
  install: () =>
    onRequest(/\/v1\/chat\/completions$/, (request) =>
      withJson(request, (question: { messages?: { content: unknown }[] }) => {
        const content = question.messages?.map((one) => one.content).join(' ');
        return question.messages?.length ? { ...question, messages: [{ role: 'user', content }] } : question;
      }),
    ),
});
