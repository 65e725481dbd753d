import type { Regression } from './regression.ts';
import { letThrough } from './let-through.ts';

export const regression: Regression = {
  id: 'A18',
  area: 'authnz',
  sentence: 'Whoever is signed in may read the list of users.',
  source: 'Kamiwaza capability auth.local-user-administration',
  reverts: 'that users are for administrators',
  install({ parts }) {
    letThrough(
      parts,
      ({ method, path, roles }) => method === 'GET' && path === '/api/auth/users' && roles.length > 0,
    );
  },
};
