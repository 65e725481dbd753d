import { refuseAfterwards } from './refuse-afterwards.ts';
import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'MX36b',
  area: 'model-engine',
  sentence: 'A user is told not to change the guide, and it is changed all the same.',
  source: 'Ours: a check that comes after the deed',
  reverts: 'that the guide stays as it was when a change is refused',
  install(platform) {
    refuseAfterwards(
      platform,
      ({ path, roles }) => path.startsWith('/api/guide/') && !roles.includes('admin'),
    );
  },
};
