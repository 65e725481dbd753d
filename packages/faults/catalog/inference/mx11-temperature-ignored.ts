import { changeQuestions } from '../../inject/service/change-questions.ts';
import { defineFault } from '../../src/define-fault.ts';

export const temperatureIgnored = defineFault({
  id: 'MX11',
  capability: 'inference',
  layer: 'service',
  sentence: 'An answer at temperature 0 is one of many.',
  source: 'Tests of applications rely on temperature 0',
  reverts: 'that the temperature is heeded',
  install({ services }) {
    changeQuestions(services, ({ seed: _seed, ...question }) => ({ ...question, temperature: 1.5 }));
  },
});
