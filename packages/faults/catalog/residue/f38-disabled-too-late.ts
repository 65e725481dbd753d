import type { Fault } from './fault.ts';
import { replaced } from './replaced.ts';

export const fault: Fault = {
  id: 'F38',
  class: 'residue',
  sentence:
    'The link that starts the service at boot stays, because the unit file was gone when it was to be disabled.',
  source: 'measured with systemctl disable in postrm',
  check: 'nothing of it is left',
  alsoRed: [
    {
      check: 'nothing of it runs or stays but its settings and data',
      reason: 'the link is there after a removal, too',
    },
    {
      check: 'after a power cut in the middle of it, it can be removed',
      reason: 'it ends with a purge, and the link is there after that',
    },
  ],
  change({ plan }) {
    const { steps } = plan.lifecycle;
    const disable = 'systemctl -q disable "$SERVICE" || true';
    steps.stopService = replaced(steps.stopService, disable, ':');
    steps.forgetService += `\nif [ -e "/usr/lib/systemd/system/$SERVICE" ]; then ${disable}; fi`;
  },
};
