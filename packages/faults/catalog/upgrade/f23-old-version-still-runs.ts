import type { Fault } from './fault.ts';
import { replaced } from './replaced.ts';

export const fault: Fault = {
  id: 'F23',
  class: 'upgrade',
  sentence: 'After an upgrade the old version still runs.',
  source: 'elasticsearch #71784',
  check: 'what runs afterwards is the new version',
  change({ plan, release }) {
    if (release !== 'current') return;
    const { steps } = plan.lifecycle;
    steps.migrateData = replaced(
      steps.migrateData,
      'if systemd_runs; then systemctl daemon-reload && systemctl stop "$SERVICE"; fi',
      ':',
    );
    steps.startService = replaced(
      steps.startService,
      'systemctl restart "$SERVICE"',
      'systemctl start "$SERVICE"',
    );
  },
};
