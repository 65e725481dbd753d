import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'F8',
  class: 'over-removal',
  sentence: 'A purge deletes files in the homes of people.',
  source: 'gaia #3561',
  check: 'files of people and of other products stay as they were',
  alsoRed: [
    { check: 'nothing of it is left', reason: 'what is gone is a difference, too' },
    { check: 'nothing is gone that was there before it came', reason: 'the file was there before' },
    {
      check: 'after a power cut in the middle of it, it can be removed',
      reason: 'what is left then is purged in the same way',
    },
  ],
  change({ plan }) {
    const { steps } = plan.lifecycle;
    steps.purgeData += '\nfind /home -mindepth 2 -type f -path "*acme-agent*" -delete';
  },
};
