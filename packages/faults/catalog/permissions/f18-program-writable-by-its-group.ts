import { defineFault } from '../../src/define-fault.ts';

export const programWritableByItsGroup = defineFault({
  id: 'F18',
  capability: 'permissions',
  layer: 'package',
  sentence: 'A program in /usr/sbin may be written by its group.',
  source: 'grafana #122676',
  caughtBy: {
    test: 'no program may be changed by a group',
    alsoRed: [
      {
        test: 'nothing in it is writable by a group or by everybody',
        reason: 'the archive says so already',
      },
    ],
  },
  install({ plan }) {
    plan.entries.push({
      kind: 'file',
      path: '/usr/sbin/acme-agent-check',
      mode: 0o775,
      content: '#!/bin/sh\nexec acme-agent doctor\n',
    });
  },
});
