import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'F5',
  class: 'residue',
  sentence: 'A group outlives a purge, and the next installation fails because it exists.',
  source: 'packetfence #939',
  check: 'it can be installed again, and answers',
  alsoRed: [
    {
      check: 'after a power cut in the middle of it, it can be removed',
      reason: 'what is left then is purged in the same way',
    },
    { check: 'nothing of it is left', reason: 'the group is what is left' },
    {
      check: 'nothing of it runs or stays but its settings and data',
      reason: 'the group is there after a removal, too',
    },
  ],
  change({ plan }) {
    const { steps } = plan.lifecycle;
    steps.createUser += '\ngetent group acme-admins >/dev/null || groupadd --system acme-admins';
    steps.checkMachine +=
      '\nif [ ! -e "$STATE/version" ] && getent group acme-admins >/dev/null; then refuse "The group acme-admins already exists."; fi';
  },
};
