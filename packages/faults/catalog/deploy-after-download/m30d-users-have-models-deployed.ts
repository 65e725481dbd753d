import { letThrough } from '../../inject/service/let-through.ts';
import { defineFault } from '../../src/define-fault.ts';

export const usersHaveModelsDeployed = defineFault({
  id: 'M30d',
  capability: 'deploy-after-download',
  layer: 'service',
  sentence: 'A user has models deployed by downloading them, and clears pending deployments of others.',
  source:
    'OpenAPI document: download_and_deploy, deploy_after_download and the clean-up are for administrators',
  reverts: 'that only administrators deploy, whatever it begins with',
  install({ services }) {
    letThrough(
      services,
      ({ method, path, roles }) =>
        method === 'POST' &&
        /^\/api\/models\/(download_and_deploy|deploy_after_download|cleanup_stale_deployments)/.test(path) &&
        roles.includes('user'),
    );
  },
});
