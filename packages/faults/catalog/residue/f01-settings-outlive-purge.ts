import { defineFault } from '../../src/define-fault.ts';
import { replaced } from '../../inject/package/replaced.ts';

export const settingsOutlivePurge = defineFault({
  id: 'F1',
  capability: 'residue',
  layer: 'package',
  sentence: 'After a purge, the file with the password is still in /etc.',
  source: 'elastic-agent #4267',
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
    steps.purgeData = replaced(steps.purgeData, 'rm -f "$SECRET" "$SECRET.new" ', 'rm -f ');
  },
});
