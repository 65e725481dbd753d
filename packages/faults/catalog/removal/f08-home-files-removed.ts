import { defineFault } from '../../src/define-fault.ts';

export const homeFilesRemoved = defineFault({
  id: 'F8',
  capability: 'removal',
  layer: 'package',
  sentence: 'A purge deletes files in the homes of people.',
  source: 'gaia #3561',
  caughtBy: {
    test: 'files of people and of other products stay as they were',
    alsoRed: [
      { test: 'nothing of it is left', reason: 'what is gone is a difference, too' },
      { test: 'nothing is gone that was there before it came', reason: 'the file was there before' },
      {
        test: 'after a power cut in the middle of it, it can be removed',
        reason: 'what is left then is purged in the same way',
      },
    ],
  },
  install({ plan }) {
    const { steps } = plan.lifecycle;
    steps.purgeData += '\nfind /home -mindepth 2 -type f -path "*acme-agent*" -delete';
  },
});
