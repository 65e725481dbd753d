import { defineFault } from '../../src/define-fault.ts';

export const successAnnouncedFirst = defineFault({
  id: 'F30',
  capability: 'failed-installs',
  layer: 'package',
  sentence: 'Success is announced before the work is done.',
  source: 'chef-server #176',
  caughtBy: {
    test: 'it says that it is installed only where it is',
    alsoRed: [
      {
        test: 'where its port is taken it refuses, and names the port',
        reason: 'it refuses, and claims success',
      },
    ],
  },
  install({ plan }) {
    const { steps } = plan.lifecycle;
    steps.checkLicence += '\nsay "Version $VERSION is installed."';
  },
});
