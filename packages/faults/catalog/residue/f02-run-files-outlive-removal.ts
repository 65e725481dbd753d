import type { Fault } from './fault.ts';
import { plannedFile } from './planned-file.ts';
import { replaced } from './replaced.ts';

export const fault: Fault = {
  id: 'F2',
  class: 'residue',
  sentence: 'After a removal, files in /run stay until the next reboot.',
  source: 'k3s #1326',
  check: 'nothing of it runs or stays but its settings and data',
  alsoRed: [
    { check: 'nothing of it is left', reason: 'the files are there after a purge, too' },
    {
      check: 'after a power cut in the middle of it, it can be removed',
      reason: 'dpkg ends the installation first, and the service has run by then',
    },
  ],
  change({ plan }) {
    const unit = plannedFile(plan, '/usr/lib/systemd/system/acme-agent.service');
    const kept = 'RuntimeDirectory=acme-agent\nRuntimeDirectoryPreserve=yes\n';
    unit.content = replaced(String(unit.content), 'UMask=0077\n', `UMask=0077\n${kept}`);
  },
};
