import { defineFault } from '../../src/define-fault.ts';
import { replaced } from '../../inject/package/replaced.ts';

export const secretUnreadableAfterUpgrade = defineFault({
  id: 'F22',
  capability: 'upgrade',
  layer: 'package',
  sentence: 'After an upgrade the service may not read its secret any more, and does not start.',
  source: 'elasticsearch #50631',
  caughtBy: { test: 'its services are active afterwards, and answer' },
  install({ plan, release }) {
    if (release !== 'current') return;
    const { steps } = plan.lifecycle;
    steps.migrateData +=
      '\nif [ "$(cat "$STATE/version" 2>/dev/null)" = 1.0.0 ]; then chmod 0600 "$SECRET"; fi';
    steps.startService = replaced(
      steps.startService,
      'systemctl restart "$SERVICE"',
      'systemctl restart --no-block "$SERVICE"',
    );
  },
});
