import { changeQuestions } from '../../inject/service/change-questions.ts';
import { defineFault } from '../../src/define-fault.ts';

export const ownWordsForgotten = defineFault({
  id: 'MX51',
  capability: 'inference',
  layer: 'service',
  sentence: 'A model does not read its own earlier answers.',
  source: 'Ours: a conversation in which the model contradicts itself',
  reverts: 'that a model reads the whole conversation',
  install({ services }) {
    changeQuestions(services, (question) => {
      const { messages } = question;
      if (!Array.isArray(messages)) return question;
      return { ...question, messages: messages.filter(({ role }) => role !== 'assistant') };
    });
  },
});
