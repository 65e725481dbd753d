import type { Regression } from './regression.ts';
import { letThrough } from './let-through.ts';

export const regression: Regression = {
  id: 'A23d',
  area: 'authnz',
  sentence: 'Whoever is signed in may end the sessions of others.',
  source: 'Kamiwaza capability auth.session-revocation',
  reverts: 'that ending the sessions of others is for administrators',
  install({ parts }) {
    letThrough(parts, ({ path, roles }) => path.startsWith('/api/auth/sessions/') && roles.length > 0);
  },
};
