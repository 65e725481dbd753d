import { changeQuestions } from '../../inject/service/change-questions.ts';
import { defineFault } from '../../src/define-fault.ts';

export const maxTokensIgnored = defineFault({
  id: 'MX13',
  capability: 'inference',
  layer: 'service',
  sentence: 'An answer is longer than max_tokens.',
  source: 'An answer without a limit holds a place for minutes',
  reverts: 'that max_tokens is heeded',
  install({ services }) {
    changeQuestions(services, ({ max_tokens: _most, ...question }) => question);
  },
});
