import { changeQuestions } from './change-questions.ts';
import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'M27c',
  area: 'model-engine',
  sentence: 'A stream is answered in one piece.',
  source: 'Capability documentation, openai-compatible-inference',
  reverts: 'that a stream streams',
  install({ parts }) {
    changeQuestions(parts, ({ stream: _stream, stream_options: _options, ...question }) => question);
  },
};
