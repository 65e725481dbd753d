import type { Fault } from './fault.ts';
import { replaced } from './replaced.ts';

export const fault: Fault = {
  id: 'F29',
  class: 'partial',
  sentence: 'What was installed by half cannot be purged.',
  source: 'wazuh #330',
  check: 'after a power cut in the middle of it, it can be removed',
  change({ plan }) {
    const { steps } = plan.lifecycle;
    steps.purgeData = replaced(
      steps.purgeData,
      'rm -f "$STATE/version" "$STATE/licence-accepted" "$STATE/installed-as"',
      // A whole installation has both of the first two, and this line ends well.
      'rm "$STATE/version" "$STATE/licence-accepted"; rm -f "$STATE/installed-as"',
    );
  },
};
