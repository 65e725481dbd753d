import { changeQuestions } from '../../inject/service/change-questions.ts';
import { defineFault } from '../../src/define-fault.ts';

export const streamInOnePiece = defineFault({
  id: 'M27c',
  capability: 'streaming',
  layer: 'service',
  sentence: 'A stream is answered in one piece.',
  source: 'Capability documentation, openai-compatible-inference',
  reverts: 'that a stream streams',
  install({ services }) {
    changeQuestions(services, ({ stream: _stream, stream_options: _options, ...question }) => question);
  },
});
