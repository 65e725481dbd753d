import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'F17',
  class: 'permissions',
  sentence:
    'The script behind the installation opens a program to anybody, through a link; the archive itself is clean.',
  source: 'wazuh #38511',
  check: 'nothing that it brings or makes may be written by anybody',
  alsoRed: [
    { check: 'no program may be changed by a group', reason: 'anybody includes the group' },
    { check: 'the service cannot change its own programs', reason: 'anybody includes the service' },
  ],
  change({ plan }) {
    const { steps } = plan.lifecycle;
    steps.prepareFolders += '\nchmod a+rwx /usr/bin/acme-agent';
  },
};
