import type { Fault } from './fault.ts';
import { replaced } from './replaced.ts';

export const fault: Fault = {
  id: 'F12',
  class: 'removal fails',
  sentence: 'A removal leaves the service running.',
  source: 'osquery #4099 and windows_exporter #1845 (MSI), as a Debian package does it',
  check: 'nothing of it runs or stays but its settings and data',
  change({ plan }) {
    const { steps } = plan.lifecycle;
    steps.stopService = replaced(
      steps.stopService,
      'if systemd_runs; then systemctl stop "$SERVICE"; fi',
      ':',
    );
  },
};
