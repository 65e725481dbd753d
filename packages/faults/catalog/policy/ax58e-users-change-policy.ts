import type { Regression } from './regression.ts';
import { letThrough } from './let-through.ts';

export const regression: Regression = {
  id: 'AX58e',
  area: 'authnz',
  sentence: 'A user may change the policy.',
  source: 'Whoever may change the policy may do everything',
  reverts: 'that the policy is for administrators',
  install({ parts }) {
    letThrough(parts, ({ path, roles }) => path === '/api/auth/policy' && roles.includes('user'));
  },
};
