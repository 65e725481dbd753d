import type { Fault } from './fault.ts';
import { replaced } from './replaced.ts';

export const fault: Fault = {
  id: 'F3',
  class: 'residue',
  sentence: 'After a purge, the data folder is still there.',
  source: 'wazuh-packages #1643',
  check: 'nothing of it is left',
  alsoRed: [
    {
      check: 'after a power cut in the middle of it, it can be removed',
      reason: 'what is left then is purged in the same way',
    },
  ],
  change({ plan }) {
    const { steps } = plan.lifecycle;
    steps.purgeData = replaced(
      steps.purgeData,
      'rm -f "$STATE/version" "$STATE/licence-accepted" "$STATE/installed-as"',
      ':',
    );
  },
};
