import type { Fault } from './fault.ts';
import { replaced } from './replaced.ts';

export const fault: Fault = {
  id: 'F6',
  class: 'residue',
  sentence: 'A purge removes the user and leaves files that nobody owns any more.',
  source: 'kibana PR #36643',
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
      'if [ -d "$DATA" ]; then find "$DATA" -xdev -mindepth 1 -delete; fi',
      ':',
    );
  },
};
