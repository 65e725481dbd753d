import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'F4',
  class: 'residue',
  sentence:
    'A folder that the product made after its installation outlives a purge, and the next installation stumbles over it.',
  source: 'elasticsearch #18109',
  check: 'it can be installed again, and answers',
  alsoRed: [
    {
      check: 'after a power cut in the middle of it, it can be removed',
      reason: 'what is left then is purged in the same way',
    },
    { check: 'nothing of it is left', reason: 'the folder is what is left' },
    {
      check: 'nothing of it runs or stays but its settings and data',
      reason: 'the folder is there after a removal, too',
    },
  ],
  change({ plan }) {
    const { steps } = plan.lifecycle;
    steps.prepareFolders += '\nmkdir -p "$CODE/plugins/bin" && : >"$CODE/plugins/bin/extra"';
    steps.checkMachine +=
      '\nif [ ! -e "$STATE/version" ] && [ -e "$CODE/plugins" ]; then refuse "$CODE/plugins already exists."; fi';
  },
};
