import { refuseAfterwards } from '../../inject/service/refuse-afterwards.ts';
import { defineFault } from '../../src/define-fault.ts';

export const refusedDownloadBegins = defineFault({
  id: 'MX29b',
  capability: 'downloads',
  layer: 'service',
  sentence: 'A download is refused to a viewer, and begins anyway.',
  source: 'Ours: a check that comes too late',
  reverts: 'that nothing comes of a download that is refused',
  install(platform) {
    refuseAfterwards(
      platform,
      ({ path, roles }) => path === '/api/models/download' && roles.includes('viewer'),
    );
  },
});
