import { changeQuestions } from '../../inject/service/change-questions.ts';
import { defineFault } from '../../src/define-fault.ts';

export const stopIgnored = defineFault({
  id: 'MX14',
  capability: 'inference',
  layer: 'service',
  sentence: 'An answer continues after a stop text.',
  source: 'Agents act on what comes after the stop',
  reverts: 'that stop is heeded',
  install({ services }) {
    changeQuestions(services, ({ stop: _stop, ...question }) => question);
  },
});
