import { refuseAfterwards } from '../../inject/service/refuse-afterwards.ts';
import { defineFault } from '../../src/define-fault.ts';

export const refusedCancelCancels = defineFault({
  id: 'MX29c',
  capability: 'downloads',
  layer: 'service',
  sentence: 'A viewer is refused to cancel the downloads of others, and they are cancelled anyway.',
  source: 'Ours: a check that comes too late',
  reverts: 'that a download whose cancellation was refused continues',
  install(platform) {
    refuseAfterwards(
      platform,
      ({ method, path, roles }) =>
        method === 'DELETE' && path.startsWith('/api/model_files/') && roles.includes('viewer'),
    );
  },
});
