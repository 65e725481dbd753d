import { refuseAfterwards } from '../../inject/service/refuse-afterwards.ts';
import { defineFault } from '../../src/define-fault.ts';

export const refusedDeploymentMade = defineFault({
  id: 'M30e',
  capability: 'serving-permissions',
  layer: 'service',
  sentence: 'A deployment is refused to a user, and made anyway.',
  source: 'Ours: a check that comes too late',
  reverts: 'that nothing comes of a deployment that is refused',
  install(platform) {
    refuseAfterwards(
      platform,
      ({ method, path, roles }) =>
        method === 'POST' && path === '/api/serving/deploy_model' && !roles.includes('admin'),
    );
  },
});
