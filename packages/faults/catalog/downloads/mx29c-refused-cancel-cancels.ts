import { refuseAfterwards } from './refuse-afterwards.ts';
import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'MX29c',
  area: 'model-engine',
  sentence: 'A viewer is told not to give up downloads of others, and they are given up all the same.',
  source: 'Ours: a check that comes after the deed',
  reverts: 'that a download goes on whose end was refused',
  install(platform) {
    refuseAfterwards(
      platform,
      ({ method, path, roles }) =>
        method === 'DELETE' && path.startsWith('/api/model_files/') && roles.includes('viewer'),
    );
  },
};
