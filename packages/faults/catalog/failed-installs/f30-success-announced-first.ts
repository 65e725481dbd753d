import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'F30',
  class: 'false success',
  sentence: 'Success is announced before the work is done.',
  source: 'chef-server #176',
  check: 'it says that it is installed only where it is',
  alsoRed: [
    {
      check: 'where its port is taken it refuses, and names the port',
      reason: 'it refuses, and claims success',
    },
  ],
  change({ plan }) {
    const { steps } = plan.lifecycle;
    steps.checkLicence += '\nsay "Version $VERSION is installed."';
  },
};
