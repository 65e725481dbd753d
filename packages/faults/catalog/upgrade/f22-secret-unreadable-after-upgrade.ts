import type { Fault } from './fault.ts';
import { replaced } from './replaced.ts';

export const fault: Fault = {
  id: 'F22',
  class: 'upgrade',
  sentence: 'After an upgrade the service may not read its secret any more, and does not start.',
  source: 'elasticsearch #50631',
  check: 'its services are active afterwards, and answer',
  change({ plan, release }) {
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
};
