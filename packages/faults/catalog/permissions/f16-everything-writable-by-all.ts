import { defineFault } from '../../src/define-fault.ts';

export const everythingWritableByAll = defineFault({
  id: 'F16',
  capability: 'permissions',
  layer: 'package',
  sentence: 'All files of the package are writable for every user.',
  source: 'conda #12581',
  caughtBy: {
    test: 'nothing that it brings or makes is writable by everybody',
    alsoRed: [
      {
        test: 'nothing in it is writable by a group or by everybody',
        reason: 'the archive says so already',
      },
      { test: 'no program may be changed by a group', reason: 'anybody includes the group' },
      { test: 'the service cannot change its own programs', reason: 'anybody includes the service' },
    ],
  },
  install({ plan }) {
    for (const entry of plan.entries)
      if (entry.kind === 'file' && entry.path.startsWith('/opt/')) entry.mode = 0o777;
  },
});
