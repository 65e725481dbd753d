import { defineFault } from '../../src/define-fault.ts';
import { letThrough } from '../../inject/service/let-through.ts';

export const optionsNotChecked = defineFault({
  id: 'A24c',
  capability: 'forward-auth',
  layer: 'service',
  sentence: 'A held OPTIONS request passes for any caller.',
  source: 'Letting preflights through is a common shortcut, and gateways ask with the verb that they hold',
  reverts: 'that OPTIONS is judged like every other verb',
  install({ services }) {
    letThrough(services, ({ method }) => method === 'OPTIONS');
  },
});
