import { defineFault } from '../../src/define-fault.ts';

export const alternativeStaysChosen = defineFault({
  id: 'F42',
  capability: 'residue',
  layer: 'package',
  sentence:
    'The package chooses an alternative of others by hand, and after a purge it is still not automatic.',
  source: 'measured with update-alternatives --set',
  caughtBy: {
    test: 'nothing of it is left',
    alsoRed: [
      {
        test: 'nothing of it runs or stays but its settings and data',
        reason: 'the choice is there after a removal, too',
      },
      {
        test: 'after a power cut in the middle of it, it can be removed',
        reason: 'it ends with a purge, and the choice is there after that',
      },
    ],
  },
  install({ plan }) {
    plan.lifecycle.steps.prepareFolders +=
      '\nif [ "$KIND" = deb ]; then update-alternatives --quiet --set pager /bin/more; fi';
  },
});
