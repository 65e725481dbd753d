import { defineFault } from '../../src/define-fault.ts';
import { replaced } from '../../inject/package/replaced.ts';

export const disabledTooLate = defineFault({
  id: 'F38',
  capability: 'residue',
  layer: 'package',
  sentence:
    'The link that starts the service at boot stays, because the unit file was gone when it was to be disabled.',
  source: 'measured with systemctl disable in postrm',
  caughtBy: {
    test: 'nothing of it is left',
    alsoRed: [
      {
        test: 'nothing of it runs or stays but its settings and data',
        reason: 'the link is there after a removal, too',
      },
      {
        test: 'after a power cut in the middle of it, it can be removed',
        reason: 'it ends with a purge, and the link is there after that',
      },
    ],
  },
  install({ plan }) {
    const { steps } = plan.lifecycle;
    const disable = 'systemctl -q disable "$SERVICE" || true';
    steps.stopService = replaced(steps.stopService, disable, ':');
    steps.forgetService += `\nif [ -e "/usr/lib/systemd/system/$SERVICE" ]; then ${disable}; fi`;
  },
});
