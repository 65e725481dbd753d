import type { Regression } from './regression.ts';
import { letThrough } from './let-through.ts';

export const regression: Regression = {
  id: 'AX59',
  area: 'authnz',
  sentence: 'A viewer may remove models.',
  source: 'Kamiwaza documentation, security/admin-guide.md: writes are for users and administrators',
  reverts: 'that a viewer only looks',
  install({ parts }) {
    letThrough(
      parts,
      ({ method, path, roles }) =>
        method === 'DELETE' && path.startsWith('/api/models/') && roles.includes('viewer'),
    );
  },
};
