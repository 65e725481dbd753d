import { defineFault } from '../../src/define-fault.ts';

export const programOpenedThroughALink = defineFault({
  id: 'F17',
  capability: 'permissions',
  layer: 'package',
  sentence:
    'The script behind the installation makes a program writable for every user through a link; the archive itself is clean.',
  source: 'wazuh #38511',
  caughtBy: {
    test: 'nothing that it brings or makes is writable by everybody',
    alsoRed: [
      { test: 'no program may be changed by a group', reason: 'anybody includes the group' },
      { test: 'the service cannot change its own programs', reason: 'anybody includes the service' },
    ],
  },
  install({ plan }) {
    const { steps } = plan.lifecycle;
    steps.prepareFolders += '\nchmod a+rwx /usr/bin/acme-agent';
  },
});
