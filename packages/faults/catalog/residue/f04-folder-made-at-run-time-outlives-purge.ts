import { defineFault } from '../../src/define-fault.ts';

export const folderMadeAtRunTimeOutlivesPurge = defineFault({
  id: 'F4',
  capability: 'residue',
  layer: 'package',
  sentence:
    'A folder that the product made after its installation outlives a purge, and the next installation stumbles over it.',
  source: 'elasticsearch #18109',
  caughtBy: {
    test: 'it can be installed again, and answers',
    alsoRed: [
      {
        test: 'after a power cut in the middle of it, it can be removed',
        reason: 'what is left then is purged in the same way',
      },
      { test: 'nothing of it is left', reason: 'the folder is what is left' },
      {
        test: 'nothing of it runs or stays but its settings and data',
        reason: 'the folder is there after a removal, too',
      },
    ],
  },
  install({ plan }) {
    const { steps } = plan.lifecycle;
    steps.prepareFolders += '\nmkdir -p "$CODE/plugins/bin" && : >"$CODE/plugins/bin/extra"';
    steps.checkMachine +=
      '\nif [ ! -e "$STATE/version" ] && [ -e "$CODE/plugins" ]; then refuse "$CODE/plugins already exists."; fi';
  },
});
