import { defineFault } from '../../src/define-fault.ts';
import { plannedFile } from '../../inject/package/planned-file.ts';
import { replaced } from '../../inject/package/replaced.ts';

export const runFilesOutliveRemoval = defineFault({
  id: 'F2',
  capability: 'residue',
  layer: 'package',
  sentence: 'After a removal, files in /run stay until the next reboot.',
  source: 'k3s #1326',
  caughtBy: {
    test: 'nothing of it runs or stays but its settings and data',
    alsoRed: [
      { test: 'nothing of it is left', reason: 'the files are there after a purge, too' },
      {
        test: 'after a power cut in the middle of it, it can be removed',
        reason: 'dpkg ends the installation first, and the service has run by then',
      },
    ],
  },
  install({ plan }) {
    const unit = plannedFile(plan, '/usr/lib/systemd/system/acme-agent.service');
    const kept = 'RuntimeDirectory=acme-agent\nRuntimeDirectoryPreserve=yes\n';
    unit.content = replaced(String(unit.content), 'UMask=0077\n', `UMask=0077\n${kept}`);
  },
});
