import { defineFault } from '../../src/define-fault.ts';
import { replaced } from '../../inject/package/replaced.ts';

export const filesOutliveTheirOwner = defineFault({
  id: 'F6',
  capability: 'residue',
  layer: 'package',
  sentence: 'A purge removes the user and leaves files without an owner.',
  source: 'kibana PR #36643',
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
      'if [ -d "$DATA" ]; then find "$DATA" -xdev -mindepth 1 -delete; fi',
      ':',
    );
  },
});
