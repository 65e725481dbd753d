import { defineFault } from '../../src/define-fault.ts';

export const settingsFileNotProtected = defineFault({
  id: 'F14',
  capability: 'settings',
  layer: 'package',
  sentence: 'A file in /etc is no conffile: the next upgrade overwrites it.',
  source: 'authelia #2817',
  caughtBy: { test: 'every file in /etc belongs to the administrator once it is installed' },
  install({ plan }) {
    plan.entries.push({
      kind: 'file',
      path: '/etc/acme-agent/limits.conf',
      mode: 0o644,
      content: 'LIMIT=1000\n',
    });
  },
});
