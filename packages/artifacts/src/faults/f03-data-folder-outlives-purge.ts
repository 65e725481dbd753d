import type { Fault } from './fault.ts';
import { replaced } from './replaced.ts';

export const fault: Fault = {
  id: 'F3',
  class: 'residue',
  sentence: 'After a purge, the data folder is still there.',
  source: 'wazuh-packages #1643',
  check: 'nothing of it is left',
  change({ plan }) {
    const { steps } = plan.lifecycle;
    steps.purgeData = replaced(
      steps.purgeData,
      'rm -f "$STATE/version" "$STATE/licence-accepted" "$STATE/installed-as"',
      ':',
    );
  },
};
