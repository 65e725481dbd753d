import { defineFault } from '../../src/define-fault.ts';

export const settingsOverwrittenByUpgrade = defineFault({
  id: 'F13',
  capability: 'settings',
  layer: 'package',
  sentence: 'An upgrade overwrites edited settings without a word.',
  source: 'vector #18718',
  caughtBy: {
    test: 'settings that somebody edited stay as they are',
    alsoRed: [
      {
        test: 'every file in /etc belongs to the administrator once it is installed',
        reason: 'that is how it comes',
      },
      {
        test: 'edited settings, and files that somebody put beside them, are kept',
        reason: 'a removal deletes what is no conffile',
      },
    ],
  },
  install({ plan }) {
    plan.conffiles.length = 0;
  },
});
