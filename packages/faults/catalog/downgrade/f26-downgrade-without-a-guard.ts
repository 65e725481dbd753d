import { defineFault } from '../../src/define-fault.ts';

export const downgradeWithoutAGuard = defineFault({
  id: 'F26',
  capability: 'downgrade',
  layer: 'package',
  sentence: 'An older version installs over a newer one, and cannot read its data.',
  source: 'irods #2678, convert2rhel #747',
  caughtBy: {
    test: 'it refuses, and says that the installed version is newer',
    alsoRed: [
      {
        test: 'after it refused, the installed version still runs with all that it stored',
        reason: 'it did not refuse',
      },
    ],
  },
  install({ plan, release }) {
    if (release !== 'previous') return;
    const { steps } = plan.lifecycle;
    steps.checkVersion = '';
  },
});
