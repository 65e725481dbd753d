import { forceQuery } from '../../inject/service/force-query.ts';
import { defineFault } from '../../src/define-fault.ts';

export const activeDeploymentDeleted = defineFault({
  id: 'MX4',
  capability: 'deployments',
  layer: 'service',
  sentence: 'An active deployment is deleted without force.',
  source: 'A slip of the hand ends what others use',
  reverts: 'that only force deletes an active deployment',
  install({ http }) {
    forceQuery(http, /^\/api\/serving\/deployment\/[\w-]+\/delete\b/, true);
  },
});
