import type { Regression } from './regression.ts';
import { letThrough } from './let-through.ts';

export const regression: Regression = {
  id: 'A19',
  area: 'authnz',
  sentence: 'A viewer sees the nodes of the cluster.',
  source: 'uat-bot rbac_boundary.yaml',
  reverts: 'that the cluster is for administrators',
  install({ parts }) {
    letThrough(
      parts,
      ({ method, path, roles }) =>
        method === 'GET' && path.startsWith('/api/cluster/') && roles.includes('viewer'),
    );
  },
};
