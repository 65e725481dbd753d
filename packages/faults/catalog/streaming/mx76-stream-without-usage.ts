import { changeQuestions } from '../../inject/service/change-questions.ts';
import { defineFault } from '../../src/define-fault.ts';

export const streamWithoutUsage = defineFault({
  id: 'MX76',
  capability: 'streaming',
  layer: 'service',
  sentence: 'A stream does not report its usage, although it was requested.',
  source: 'Ours: the console and every meter rely on stream_options',
  reverts: 'that include_usage is heeded',
  install({ services }) {
    changeQuestions(services, ({ stream_options: _options, ...question }) => question);
  },
});
