import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'F37',
  class: 'downgrade',
  sentence: 'A downgrade is refused, and the installed version is stopped all the same.',
  source: 'measured with dpkg: the old prerm runs before the new preinst refuses',
  check: 'after it refused, the installed version still runs with all that it stored',
  change({ plan, release }) {
    if (release !== 'current') return;
    const { steps } = plan.lifecycle;
    steps.beforeUpgrade = 'systemctl stop "$SERVICE"';
    steps.afterAbort = '';
  },
};
