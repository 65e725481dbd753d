import { refuseAfterwards } from './refuse-afterwards.ts';
import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'M30e',
  area: 'model-engine',
  sentence: 'A deployment is refused to a user, and made all the same.',
  source: 'Ours: a check that comes after the deed',
  reverts: 'that nothing comes of a deployment that is refused',
  install(platform) {
    refuseAfterwards(
      platform,
      ({ method, path, roles }) =>
        method === 'POST' && path === '/api/serving/deploy_model' && !roles.includes('admin'),
    );
  },
};
