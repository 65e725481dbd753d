import { changeQuestions } from './change-questions.ts';
import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'MX11',
  area: 'model-engine',
  sentence: 'An answer at temperature 0 is one of many.',
  source: 'Tests of applications rely on temperature 0',
  reverts: 'that the temperature is heeded',
  install({ parts }) {
    changeQuestions(parts, ({ seed: _seed, ...question }) => ({ ...question, temperature: 1.5 }));
  },
};
