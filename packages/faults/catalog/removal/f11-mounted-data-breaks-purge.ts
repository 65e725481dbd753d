import type { Fault } from './fault.ts';
import { replaced } from './replaced.ts';

export const fault: Fault = {
  id: 'F11',
  class: 'removal fails',
  sentence: 'A purge fails where the data folder is a disk of its own.',
  source: 'elasticsearch #11373',
  check: 'it can be purged where its data lie on a disk of their own',
  change({ plan }) {
    const { steps } = plan.lifecycle;
    steps.purgeData = replaced(
      steps.purgeData,
      ' && ! rmdir "$folder" 2>/dev/null; then say "$folder stays: it is a mount point, or holds files of others."; fi',
      '; then rmdir "$folder"; fi',
    );
  },
};
