import { letThrough } from './let-through.ts';
import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'MX18',
  area: 'model-engine',
  sentence: 'The list of models of a deployment is open to whoever is not signed in.',
  source: 'The second door of the same house',
  reverts: 'that a bearer is needed for every route of a deployment',
  install({ parts }) {
    letThrough(parts, ({ method, path }) => method === 'GET' && path.startsWith('/runtime/models/'));
  },
};
