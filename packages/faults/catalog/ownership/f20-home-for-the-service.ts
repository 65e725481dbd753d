import { defineFault } from '../../src/define-fault.ts';
import { replaced } from '../../inject/package/replaced.ts';

export const homeForTheService = defineFault({
  id: 'F20',
  capability: 'ownership',
  layer: 'package',
  sentence: 'The user of the service gets a home directory among those of people.',
  source: 'elasticsearch #45903',
  caughtBy: {
    test: 'its user has no home among those of people',
    alsoRed: [
      {
        test: 'nothing of it runs or stays but its settings and data',
        reason: 'the home is there after a removal, too',
      },
    ],
  },
  install({ plan }) {
    const { steps } = plan.lifecycle;
    steps.createUser = replaced(
      steps.createUser,
      '--no-create-home --home-dir /nonexistent',
      '--create-home --home-dir "/home/$ACCOUNT"',
    );
    steps.purgeData = replaced(steps.purgeData, 'userdel "$ACCOUNT"', 'userdel -r "$ACCOUNT" 2>/dev/null');
  },
});
