import { changeQuestions } from '../../inject/service/change-questions.ts';
import { defineFault } from '../../src/define-fault.ts';

export const modelOfTheBodyRoutes = defineFault({
  id: 'M27',
  capability: 'inference',
  layer: 'service',
  sentence: 'A question is answered only when its body names the model by the right name.',
  source: 'Capability documentation, openai-compatible-inference',
  reverts: 'that the address chooses the model, not the body',
  install({ services }) {
    changeQuestions(services, (question) => (question['model'] === 'other' ? {} : question));
  },
});
