import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'F2',
  class: 'residue',
  sentence: 'After a purge, files in /run stay until the next reboot.',
  source: 'k3s #1326',
  check: 'nothing of it is left',
  alsoRed: [
    {
      check: 'nothing of it runs or stays but its settings and data',
      reason: 'the files are there after a removal, too',
    },
  ],
  change({ plan }) {
    const { steps } = plan.lifecycle;
    steps.announce += '\nmkdir -p /run/acme-agent && : >/run/acme-agent/last-start';
  },
};
