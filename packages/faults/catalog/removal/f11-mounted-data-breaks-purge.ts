import { defineFault } from '../../src/define-fault.ts';
import { replaced } from '../../inject/package/replaced.ts';

export const mountedDataBreaksPurge = defineFault({
  id: 'F11',
  capability: 'removal',
  layer: 'package',
  sentence: 'A purge fails where the data folder is a disk of its own.',
  source: 'elasticsearch #11373',
  caughtBy: { test: 'it can be purged where its data lie on a disk of their own' },
  install({ plan }) {
    const { steps } = plan.lifecycle;
    steps.purgeData = replaced(
      steps.purgeData,
      ' && ! rmdir "$folder" 2>/dev/null; then say "$folder stays: it is a mount point, or holds files of other owners."; fi',
      '; then rmdir "$folder"; fi',
    );
  },
});
