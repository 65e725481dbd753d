import type { Regression } from './regression.ts';
import { letThrough } from './let-through.ts';

export const regression: Regression = {
  id: 'AX59b',
  area: 'authnz',
  sentence: 'A held HEAD passes, whatever it asks for.',
  source: 'HEAD is taken for harmless, and tells what exists',
  reverts: 'that HEAD is judged like GET',
  install({ parts }) {
    letThrough(parts, ({ method }) => method === 'HEAD');
  },
};
