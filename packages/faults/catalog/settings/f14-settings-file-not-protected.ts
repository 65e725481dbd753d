import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'F14',
  class: 'config lost',
  sentence: 'A file in /etc is no conffile: the next upgrade overwrites it.',
  source: 'authelia #2817',
  check: 'every file in /etc belongs to the administrator once it is installed',
  change({ plan }) {
    plan.entries.push({
      kind: 'file',
      path: '/etc/acme-agent/limits.conf',
      mode: 0o644,
      content: 'LIMIT=1000\n',
    });
  },
};
