import { changeQuestions } from './change-questions.ts';
import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'MX14',
  area: 'model-engine',
  sentence: 'An answer goes on after a text that was to stop it.',
  source: 'Agents act on what comes after the stop',
  reverts: 'that stop is heeded',
  install({ parts }) {
    changeQuestions(parts, ({ stop: _stop, ...question }) => question);
  },
};
