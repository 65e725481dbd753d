import { defineFault } from '../../src/define-fault.ts';

export const questionsOutlivePurge = defineFault({
  id: 'F43',
  capability: 'residue',
  layer: 'package',
  sentence: 'Questions of debconf outlive a purge, because no script calls db_purge.',
  source: 'debconf-devel(7), which has postrm call it',
  caughtBy: {
    test: 'nothing of it is left',
    alsoRed: [
      {
        test: 'after a power cut in the middle of it, it can be removed',
        reason: 'it ends with a purge, and the question is there after that',
      },
    ],
  },
  install({ plan }) {
    const file = '/usr/share/doc/acme-agent/templates';
    const content = 'Template: acme-agent/port\nType: string\nDescription: Which port does it listen on?\n';
    plan.entries.push({ kind: 'file', path: file, mode: 0o644, content });
    plan.lifecycle.steps.prepareFolders += `\nif [ "$KIND" = deb ]; then debconf-loadtemplate "$NAME" ${file}; fi`;
  },
});
