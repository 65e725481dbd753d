import { letThrough } from './let-through.ts';
import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'M30d',
  area: 'model-engine',
  sentence: 'A user has models deployed by downloading them, and cleans up the wishes of others.',
  source:
    'OpenAPI document: download_and_deploy, deploy_after_download and the clean-up are for administrators',
  reverts: 'that only administrators deploy, whatever it begins with',
  install({ parts }) {
    letThrough(
      parts,
      ({ method, path, roles }) =>
        method === 'POST' &&
        /^\/api\/models\/(download_and_deploy|deploy_after_download|cleanup_stale_deployments)/.test(path) &&
        roles.includes('user'),
    );
  },
};
