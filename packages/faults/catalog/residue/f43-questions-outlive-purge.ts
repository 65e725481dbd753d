import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'F43',
  class: 'residue',
  sentence: 'Questions of debconf outlive a purge, because no script calls db_purge.',
  source: 'debconf-devel(7), which has postrm call it',
  check: 'nothing of it is left',
  alsoRed: [
    {
      check: 'after a power cut in the middle of it, it can be removed',
      reason: 'it ends with a purge, and the question is there after that',
    },
  ],
  change({ plan }) {
    const file = '/usr/share/doc/acme-agent/templates';
    const content = 'Template: acme-agent/port\nType: string\nDescription: Which port does it listen on?\n';
    plan.entries.push({ kind: 'file', path: file, mode: 0o644, content });
    plan.lifecycle.steps.prepareFolders += `\nif [ "$KIND" = deb ]; then debconf-loadtemplate "$NAME" ${file}; fi`;
  },
};
