import { defineFault } from '../../src/define-fault.ts';
import { replaced } from '../../inject/package/replaced.ts';

export const failedCopyCountsAsInstalled = defineFault({
  id: 'F28',
  capability: 'failed-installs',
  layer: 'package',
  sentence: 'Files that could not be written count as installed.',
  source: 'voidlinux/xbps #74',
  caughtBy: { test: 'where the disk of its programs is full it fails, says so and is not installed' },
  install({ plan }) {
    const { steps } = plan.lifecycle;
    // The programs come by a copy of the script's own, whose errors it does not look at.
    const program = plan.entries.find(({ path }) => path === '/opt/acme-agent/bin/acme-agent');
    if (program) program.path = '/usr/share/acme-agent/agent';
    steps.checkMachine = replaced(
      steps.checkMachine,
      '[ "$free" -ge "$DISK_MEGABYTES" ] || refuse',
      ': not asked',
    );
    steps.prepareFolders +=
      '\nmkdir -p "$CODE/bin" && install -m 0755 /usr/share/acme-agent/agent "$CODE/bin/acme-agent" || true';
    steps.forgetService += '\nrm -f "$CODE/bin/acme-agent" && rmdir "$CODE/bin" "$CODE" 2>/dev/null || true';
    steps.startService = replaced(
      steps.startService,
      'if ! systemctl restart "$SERVICE"',
      'if ! systemctl restart "$SERVICE" && false',
    );
  },
});
