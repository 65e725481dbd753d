import { defineFault } from '../../src/define-fault.ts';

export const linksForAnotherInitStay = defineFault({
  id: 'F39',
  capability: 'residue',
  layer: 'package',
  sentence:
    'Links for System V outlive a purge, because the script looks which init runs and removes only what that one uses.',
  source: 'measured with update-rc.d',
  caughtBy: {
    test: 'nothing of it is left',
    alsoRed: [
      {
        test: 'every link that it makes leads somewhere',
        reason: 'the script that the links are for does not come with it',
      },
      {
        test: 'nothing of it runs or stays but its settings and data',
        reason: 'the links are there after a removal, too',
      },
      {
        test: 'after a power cut in the middle of it, it can be removed',
        reason: 'it ends with a purge, and the links are there after that',
      },
    ],
  },
  install({ plan }) {
    const { steps } = plan.lifecycle;
    steps.startService = `for level in 2 3 4 5; do ln -sf ../init.d/acme-agent "/etc/rc$level.d/S01acme-agent"; done\n${steps.startService}`;
    steps.forgetService += '\nif ! systemd_runs; then rm -f /etc/rc[2-5].d/S01acme-agent; fi';
  },
});
