import type { Fault } from './fault.ts';
import { replaced } from './replaced.ts';

export const fault: Fault = {
  id: 'F12',
  class: 'removal fails',
  sentence: 'A removal leaves the service running.',
  source: 'osquery #4099 and windows_exporter #1845 (MSI), as a Debian package does it',
  check: 'nothing of it runs or stays but its settings and data',
  alsoRed: [
    { check: 'it can be purged', reason: 'the user of a service that runs cannot be deleted' },
    { check: 'nothing of it is left', reason: 'the purge that fails leaves the user behind' },
    {
      check: 'it can be purged where its data lie on a disk of their own',
      reason: 'that purge fails in the same way',
    },
    {
      check: 'after a power cut in the middle of it, it can be removed',
      reason: 'that purge fails in the same way',
    },
  ],
  change({ plan }) {
    const { steps } = plan.lifecycle;
    steps.stopService = replaced(
      steps.stopService,
      'if systemd_runs; then systemctl stop "$SERVICE"; fi',
      ':',
    );
  },
};
