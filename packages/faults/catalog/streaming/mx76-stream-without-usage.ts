import { changeQuestions } from './change-questions.ts';
import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'MX76',
  area: 'model-engine',
  sentence: 'A stream does not say what it cost, although it was asked to.',
  source: 'Ours: the console and every meter rely on stream_options',
  reverts: 'that include_usage is heeded',
  install({ parts }) {
    changeQuestions(parts, ({ stream_options: _options, ...question }) => question);
  },
};
