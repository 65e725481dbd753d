import type { Regression } from './regression.ts';
import { letThrough } from './let-through.ts';

export const regression: Regression = {
  id: 'AX58',
  area: 'authnz',
  sentence: 'A user reads the log of the platform.',
  source: 'A single rule of the policy that names one role too many',
  reverts: 'that the log is for administrators',
  install({ parts }) {
    letThrough(parts, ({ path, roles }) => path.startsWith('/api/logger/') && roles.includes('user'));
  },
};
