import { changeQuestions } from '../../inject/service/change-questions.ts';
import { defineFault } from '../../src/define-fault.ts';

export const oneSeedForAll = defineFault({
  id: 'MX50',
  capability: 'inference',
  layer: 'service',
  sentence: 'A question without a seed gets the same answer each time.',
  source: 'Ours: a user who asks for ten ideas gets one ten times',
  reverts: 'that chance decides where no seed does',
  install({ services }) {
    changeQuestions(services, (question) => ({ seed: 1, ...question }));
  },
});
