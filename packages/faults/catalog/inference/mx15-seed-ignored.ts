import { changeQuestions } from '../../inject/service/change-questions.ts';
import { defineFault } from '../../src/define-fault.ts';

export const seedIgnored = defineFault({
  id: 'MX15',
  capability: 'inference',
  layer: 'service',
  sentence: 'The same seed gives another answer each time.',
  source: 'A user who reports an answer gives its seed',
  reverts: 'that the seed is heeded',
  install({ services }) {
    changeQuestions(services, ({ seed: _seed, ...question }) => question);
  },
});
