import { defineFault } from '../../src/define-fault.ts';

export const refusedDowngradeStopsTheService = defineFault({
  id: 'F37',
  capability: 'downgrade',
  layer: 'package',
  sentence: 'A downgrade is refused, and the installed version is stopped anyway.',
  source: 'measured with dpkg: the old prerm runs before the new preinst refuses',
  caughtBy: { test: 'after it refused, the installed version still runs with all that it stored' },
  install({ plan, release }) {
    if (release !== 'current') return;
    const { steps } = plan.lifecycle;
    steps.beforeUpgrade = 'systemctl stop "$SERVICE"';
    steps.afterAbort = '';
  },
});
