import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'F42',
  class: 'residue',
  sentence:
    'The package chooses an alternative of others by hand, and after a purge it is still not automatic.',
  source: 'measured with update-alternatives --set',
  check: 'nothing of it is left',
  alsoRed: [
    {
      check: 'nothing of it runs or stays but its settings and data',
      reason: 'the choice is there after a removal, too',
    },
    {
      check: 'after a power cut in the middle of it, it can be removed',
      reason: 'it ends with a purge, and the choice is there after that',
    },
  ],
  change({ plan }) {
    plan.lifecycle.steps.prepareFolders +=
      '\nif [ "$KIND" = deb ]; then update-alternatives --quiet --set pager /bin/more; fi';
  },
};
