import type { Fault } from './fault.ts';
import { replaced } from './replaced.ts';

export const fault: Fault = {
  id: 'F20',
  class: 'ownership',
  sentence: 'The user of the service gets a home among those of people.',
  source: 'elasticsearch #45903',
  check: 'its user has no home among those of people',
  alsoRed: [
    {
      check: 'nothing of it runs or stays but its settings and data',
      reason: 'the home is there after a removal, too',
    },
  ],
  change({ plan }) {
    const { steps } = plan.lifecycle;
    steps.createUser = replaced(
      steps.createUser,
      '--no-create-home --home-dir /nonexistent',
      '--create-home --home-dir "/home/$ACCOUNT"',
    );
    steps.purgeData = replaced(steps.purgeData, 'userdel "$ACCOUNT"', 'userdel -r "$ACCOUNT" 2>/dev/null');
  },
};
