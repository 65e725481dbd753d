import { changeQuestions } from './change-questions.ts';
import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'MX51',
  area: 'model-engine',
  sentence: 'A model does not read what it said itself before.',
  source: 'Ours: a conversation in which the model contradicts itself',
  reverts: 'that a model reads the whole conversation',
  install({ parts }) {
    changeQuestions(parts, (question) => {
      const { messages } = question;
      if (!Array.isArray(messages)) return question;
      return { ...question, messages: messages.filter(({ role }) => role !== 'assistant') };
    });
  },
};
