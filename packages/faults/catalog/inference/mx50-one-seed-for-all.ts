import { changeQuestions } from './change-questions.ts';
import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'MX50',
  area: 'model-engine',
  sentence: 'A question without a seed has the same answer each time.',
  source: 'Ours: whoever asks for ten ideas gets one ten times',
  reverts: 'that chance decides where no seed does',
  install({ parts }) {
    changeQuestions(parts, (question) => ({ seed: 1, ...question }));
  },
};
