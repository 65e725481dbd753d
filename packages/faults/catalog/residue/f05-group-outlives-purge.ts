import { defineFault } from '../../src/define-fault.ts';

export const groupOutlivesPurge = defineFault({
  id: 'F5',
  capability: 'residue',
  layer: 'package',
  sentence: 'A group outlives a purge, and the next installation fails because it exists.',
  source: 'packetfence #939',
  caughtBy: {
    test: 'it can be installed again, and answers',
    alsoRed: [
      {
        test: 'after a power cut in the middle of it, it can be removed',
        reason: 'what is left then is purged in the same way',
      },
      { test: 'nothing of it is left', reason: 'the group is what is left' },
      {
        test: 'nothing of it runs or stays but its settings and data',
        reason: 'the group is there after a removal, too',
      },
    ],
  },
  install({ plan }) {
    const { steps } = plan.lifecycle;
    steps.createUser += '\ngetent group acme-admins >/dev/null || groupadd --system acme-admins';
    steps.checkMachine +=
      '\nif [ ! -e "$STATE/version" ] && getent group acme-admins >/dev/null; then refuse "The group acme-admins already exists."; fi';
  },
});
