import { changeQuestions } from './change-questions.ts';
import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'MX66',
  area: 'model-engine',
  sentence: 'A text longer than the context is embedded as far as it fits.',
  source: 'Ours: what stands at the end of a document is not found',
  reverts: 'that a text that does not fit is refused',
  install({ parts }) {
    changeQuestions(parts, (question) => {
      const { input } = question;
      return typeof input === 'string' ? { ...question, input: input.slice(0, 400) } : question;
    });
  },
};
