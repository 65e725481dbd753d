import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'F16',
  class: 'permissions',
  sentence: 'All files of the package may be written by anybody.',
  source: 'conda #12581',
  check: 'nothing that it brings or makes may be written by anybody',
  alsoRed: [
    { check: 'nothing in it may be written by a group or by anybody', reason: 'the archive says so already' },
    { check: 'no program may be changed by a group', reason: 'anybody includes the group' },
    { check: 'the service cannot change its own programs', reason: 'anybody includes the service' },
  ],
  change({ plan }) {
    for (const entry of plan.entries)
      if (entry.kind === 'file' && entry.path.startsWith('/opt/')) entry.mode = 0o777;
  },
};
