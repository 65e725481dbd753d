import { defineFault } from '../../src/define-fault.ts';
import { letThrough } from '../../inject/service/let-through.ts';

export const userSeesActivity = defineFault({
  id: 'A19b',
  capability: 'roles',
  layer: 'service',
  sentence: 'A user reads what happened on the platform.',
  source: 'uat-bot rbac_boundary.yaml',
  reverts: 'that the activity is for administrators',
  install({ services }) {
    letThrough(services, ({ path, roles }) => path.startsWith('/api/activity/') && roles.includes('user'));
  },
});
