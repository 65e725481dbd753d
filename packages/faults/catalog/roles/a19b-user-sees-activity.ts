import type { Regression } from './regression.ts';
import { letThrough } from './let-through.ts';

export const regression: Regression = {
  id: 'A19b',
  area: 'authnz',
  sentence: 'A user reads what happened on the platform.',
  source: 'uat-bot rbac_boundary.yaml',
  reverts: 'that the activity is for administrators',
  install({ parts }) {
    letThrough(parts, ({ path, roles }) => path.startsWith('/api/activity/') && roles.includes('user'));
  },
};
