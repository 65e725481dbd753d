import { refuseAfterwards } from './refuse-afterwards.ts';
import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'MX29b',
  area: 'model-engine',
  sentence: 'A download is refused to a viewer, and begins all the same.',
  source: 'Ours: a check that comes after the deed',
  reverts: 'that nothing comes of a download that is refused',
  install(platform) {
    refuseAfterwards(
      platform,
      ({ path, roles }) => path === '/api/models/download' && roles.includes('viewer'),
    );
  },
};
