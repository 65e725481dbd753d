import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'F18',
  class: 'permissions',
  sentence: 'A program in /usr/sbin may be written by its group.',
  source: 'grafana #122676',
  check: 'no program may be changed by a group',
  alsoRed: [
    { check: 'nothing in it may be written by a group or by anybody', reason: 'the archive says so already' },
  ],
  change({ plan }) {
    plan.entries.push({
      kind: 'file',
      path: '/usr/sbin/acme-agent-check',
      mode: 0o775,
      content: '#!/bin/sh\nexec acme-agent doctor\n',
    });
  },
};
