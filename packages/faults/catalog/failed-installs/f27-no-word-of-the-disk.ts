import type { Fault } from './fault.ts';
import { replaced } from './replaced.ts';

export const fault: Fault = {
  id: 'F27',
  class: 'disk full',
  sentence: 'On a full disk the installation fails with a message about something else.',
  source: 'gitlabhq #9701',
  check: 'where the disk of its programs is full it fails, says so and is not installed',
  change({ plan }) {
    const { steps } = plan.lifecycle;
    steps.checkMachine = replaced(
      steps.checkMachine,
      'There is not enough disk space at $folder: $DISK_MEGABYTES MB are needed and $free MB are free. Nothing was changed.',
      'The service could not be started.',
    );
  },
};
