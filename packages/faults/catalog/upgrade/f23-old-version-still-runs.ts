import { defineFault } from '../../src/define-fault.ts';
import { replaced } from '../../inject/package/replaced.ts';

export const oldVersionStillRuns = defineFault({
  id: 'F23',
  capability: 'upgrade',
  layer: 'package',
  sentence: 'After an upgrade the old version still runs.',
  source: 'elasticsearch #71784',
  caughtBy: { test: 'what runs afterwards is the new version' },
  install({ plan, release }) {
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
});
