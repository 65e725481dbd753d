import { defineFault } from '../../src/define-fault.ts';
import { letThrough } from '../../inject/service/let-through.ts';

export const viewerSeesCluster = defineFault({
  id: 'A19',
  capability: 'roles',
  layer: 'service',
  sentence: 'A viewer sees the nodes of the cluster.',
  source: 'uat-bot rbac_boundary.yaml',
  reverts: 'that the cluster is for administrators',
  install({ services }) {
    letThrough(
      services,
      ({ method, path, roles }) =>
        method === 'GET' && path.startsWith('/api/cluster/') && roles.includes('viewer'),
    );
  },
});
