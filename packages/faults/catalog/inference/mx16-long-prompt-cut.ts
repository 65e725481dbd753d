import { changeQuestions } from './change-questions.ts';
import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'MX16',
  area: 'model-engine',
  sentence: 'A prompt longer than the context is cut without a word.',
  source: 'An answer to half a question looks like an answer',
  reverts: 'that a prompt longer than the context is refused',
  install({ parts }) {
    changeQuestions(parts, ({ messages, ...question }) => ({
      ...question,
      messages: [{ role: 'user', content: JSON.stringify(messages).slice(0, 100) }],
    }));
  },
};
