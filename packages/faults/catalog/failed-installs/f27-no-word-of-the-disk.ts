import { defineFault } from '../../src/define-fault.ts';
import { replaced } from '../../inject/package/replaced.ts';

export const noWordOfTheDisk = defineFault({
  id: 'F27',
  capability: 'failed-installs',
  layer: 'package',
  sentence: 'On a full disk the installation fails with a message about something else.',
  source: 'gitlabhq #9701',
  caughtBy: { test: 'where the disk of its programs is full it fails, says so and is not installed' },
  install({ plan }) {
    const { steps } = plan.lifecycle;
    steps.checkMachine = replaced(
      steps.checkMachine,
      'There is not enough disk space at $folder: $DISK_MEGABYTES MB are needed and $free MB are free. Nothing was changed.',
      'The service could not be started.',
    );
  },
});
