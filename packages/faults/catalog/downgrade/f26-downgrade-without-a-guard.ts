import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'F26',
  class: 'downgrade',
  sentence: 'An older version installs over a newer one, and cannot read its data.',
  source: 'irods #2678, convert2rhel #747',
  check: 'it refuses, and says that the installed version is newer',
  alsoRed: [
    {
      check: 'after it refused, the installed version still runs with all that it stored',
      reason: 'it did not refuse',
    },
  ],
  change({ plan, release }) {
    if (release !== 'previous') return;
    const { steps } = plan.lifecycle;
    steps.checkVersion = '';
  },
};
