import { letThrough } from '../../inject/service/let-through.ts';
import { defineFault } from '../../src/define-fault.ts';

export const usersDeploy = defineFault({
  id: 'M30',
  capability: 'serving-permissions',
  layer: 'service',
  sentence: 'A user deploys models.',
  source: 'Capability documentation',
  reverts: 'that only administrators deploy',
  install({ services }) {
    letThrough(
      services,
      ({ method, path, roles }) =>
        method === 'POST' && path === '/api/serving/deploy_model' && roles.includes('user'),
    );
  },
});
