import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'F13',
  class: 'config lost',
  sentence: 'An upgrade overwrites edited settings without a word.',
  source: 'vector #18718',
  check: 'settings that somebody edited stay as they are',
  alsoRed: [
    {
      check: 'every file in /etc belongs to the administrator once it is installed',
      reason: 'that is how it comes',
    },
    {
      check: 'edited settings, and files that somebody put beside them, are kept',
      reason: 'a removal deletes what is no conffile',
    },
  ],
  change({ plan }) {
    plan.conffiles.length = 0;
  },
};
