import { changeQuestions } from './change-questions.ts';
import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'M27',
  area: 'model-engine',
  sentence: 'A question is answered only when its body names the model by the right name.',
  source: 'Capability documentation, openai-compatible-inference',
  reverts: 'that the address chooses the model, not the body',
  install({ parts }) {
    changeQuestions(parts, (question) => (question['model'] === 'other' ? {} : question));
  },
};
