import type { Regression } from './regression.ts';
import { letThrough } from './let-through.ts';

export const regression: Regression = {
  id: 'A24c',
  area: 'authnz',
  sentence: 'A held OPTIONS passes whoever makes it.',
  source: 'Letting preflights through is a common shortcut, and gateways ask with the verb that they hold',
  reverts: 'that OPTIONS is judged like every other verb',
  install({ parts }) {
    letThrough(parts, ({ method }) => method === 'OPTIONS');
  },
};
