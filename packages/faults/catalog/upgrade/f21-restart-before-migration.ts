import { defineFault } from '../../src/define-fault.ts';

export const restartBeforeMigration = defineFault({
  id: 'F21',
  capability: 'upgrade',
  layer: 'package',
  sentence: 'An upgrade restarts the service before its data are migrated, and it stays down.',
  source: 'elasticsearch #82433',
  caughtBy: { test: 'its services are active afterwards, and answer' },
  install({ plan, release }) {
    if (release !== 'current') return;
    const { steps } = plan.lifecycle;
    steps.migrateData = `early=\nif [ -e "$DATA/records" ] && [ "$(head -n 1 "$DATA/records")" != '#format 2' ]; then
  early=yes
  systemctl daemon-reload
  systemctl restart "$SERVICE" || true
fi
${steps.migrateData}`;
    steps.startService = `[ -z "$early" ] || return 0\n${steps.startService}`;
  },
});
