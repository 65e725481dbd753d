import { refuseAfterwards } from '../../inject/service/refuse-afterwards.ts';
import { defineFault } from '../../src/define-fault.ts';

export const refusedCancelCancels = defineFault({
  id: 'MX29c',
  capability: 'downloads',
  layer: 'service',
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
});
