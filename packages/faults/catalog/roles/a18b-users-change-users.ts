import type { Regression } from './regression.ts';
import { letThrough } from './let-through.ts';

export const regression: Regression = {
  id: 'A18b',
  area: 'authnz',
  sentence: 'A user may change users, and with that make themselves an administrator.',
  source: 'One verb that is forgotten in a rule is enough',
  reverts: 'that a change of a user is for administrators, like everything else about users',
  install({ parts }) {
    letThrough(
      parts,
      ({ method, path, roles }) =>
        method === 'PUT' && path.startsWith('/api/auth/users/') && roles.includes('user'),
    );
  },
};
