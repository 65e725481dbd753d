import { defineFault } from '../../src/define-fault.ts';

export const diversionOutlivesPurge = defineFault({
  id: 'F40',
  capability: 'residue',
  layer: 'package',
  sentence:
    'A diversion outlives a purge: files that another package installs at that path keep being diverted.',
  source: 'piuparts, which looks for diversions that were left',
  caughtBy: {
    test: 'nothing of it is left',
    alsoRed: [
      {
        test: 'nothing of it runs or stays but its settings and data',
        reason: 'the diversion is there after a removal, too',
      },
      {
        test: 'after a power cut in the middle of it, it can be removed',
        reason: 'it ends with a purge, and the diversion is there after that',
      },
    ],
  },
  install({ plan }) {
    // Of a program that is not there: a host may need those that are.
    plan.lifecycle.steps.prepareFolders +=
      '\nif [ "$KIND" = deb ]; then dpkg-divert --package "$NAME" --quiet --no-rename --divert /usr/bin/acme.distrib --add /usr/bin/acme; fi';
  },
});
