import { defineFault } from '../../src/define-fault.ts';
import { replaced } from '../../inject/package/replaced.ts';

export const dataFolderOutlivesPurge = defineFault({
  id: 'F3',
  capability: 'residue',
  layer: 'package',
  sentence: 'After a purge, the data folder is still there.',
  source: 'wazuh-packages #1643',
  caughtBy: {
    test: 'nothing of it is left',
    alsoRed: [
      {
        test: 'after a power cut in the middle of it, it can be removed',
        reason: 'what is left then is purged in the same way',
      },
    ],
  },
  install({ plan }) {
    const { steps } = plan.lifecycle;
    steps.purgeData = replaced(
      steps.purgeData,
      'rm -f "$STATE/version" "$STATE/licence-accepted" "$STATE/installed-as"',
      ':',
    );
  },
});
