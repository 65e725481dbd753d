import { changeQuestions } from './change-questions.ts';
import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'MX15',
  area: 'model-engine',
  sentence: 'The same seed gives another answer each time.',
  source: 'Whoever reports an answer gives its seed',
  reverts: 'that the seed is heeded',
  install({ parts }) {
    changeQuestions(parts, ({ seed: _seed, ...question }) => question);
  },
};
