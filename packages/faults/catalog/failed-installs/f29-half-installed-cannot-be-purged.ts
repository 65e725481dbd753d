import { defineFault } from '../../src/define-fault.ts';
import { replaced } from '../../inject/package/replaced.ts';

export const halfInstalledCannotBePurged = defineFault({
  id: 'F29',
  capability: 'failed-installs',
  layer: 'package',
  sentence: 'What was installed by half cannot be purged.',
  source: 'wazuh #330',
  caughtBy: { test: 'after a power cut in the middle of it, it can be removed' },
  install({ plan }) {
    const { steps } = plan.lifecycle;
    steps.purgeData = replaced(
      steps.purgeData,
      'rm -f "$STATE/version" "$STATE/licence-accepted" "$STATE/installed-as"',
      // A whole installation has both of the first two, and this line ends well.
      'rm "$STATE/version" "$STATE/licence-accepted"; rm -f "$STATE/installed-as"',
    );
  },
});
