import { defineFault } from '../../src/define-fault.ts';
import { replaced } from '../../inject/package/replaced.ts';

export const serviceOutlivesRemoval = defineFault({
  id: 'F12',
  capability: 'removal',
  layer: 'package',
  sentence: 'A removal leaves the service running.',
  source: 'osquery #4099 and windows_exporter #1845 (MSI), as a Debian package does it',
  caughtBy: {
    test: 'nothing of it runs or stays but its settings and data',
    alsoRed: [
      { test: 'it can be purged', reason: 'the user of a service that runs cannot be deleted' },
      { test: 'nothing of it is left', reason: 'the purge that fails leaves the user behind' },
      {
        test: 'it can be purged where its data lie on a disk of their own',
        reason: 'that purge fails in the same way',
      },
      {
        test: 'after a power cut in the middle of it, it can be removed',
        reason: 'that purge fails in the same way',
      },
    ],
  },
  install({ plan }) {
    const { steps } = plan.lifecycle;
    steps.stopService = replaced(
      steps.stopService,
      'if systemd_runs; then systemctl stop "$SERVICE"; fi',
      ':',
    );
  },
});
