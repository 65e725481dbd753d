import { refuseAfterwards } from '../../inject/service/refuse-afterwards.ts';
import { defineFault } from '../../src/define-fault.ts';

export const refusedImportChangesTheGuide = defineFault({
  id: 'MX36b',
  capability: 'guide',
  layer: 'service',
  sentence: 'A user is refused to change the guide, and it is changed anyway.',
  source: 'Ours: a check that comes too late',
  reverts: 'that the guide stays as it was when a change is refused',
  install(platform) {
    refuseAfterwards(
      platform,
      ({ path, roles }) => path.startsWith('/api/guide/') && !roles.includes('admin'),
    );
  },
});
