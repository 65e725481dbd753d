import { changeQuestions } from './change-questions.ts';
import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'MX13',
  area: 'model-engine',
  sentence: 'An answer is longer than max_tokens.',
  source: 'An answer without a limit holds a place for minutes',
  reverts: 'that max_tokens is heeded',
  install({ parts }) {
    changeQuestions(parts, ({ max_tokens: _most, ...question }) => question);
  },
};
