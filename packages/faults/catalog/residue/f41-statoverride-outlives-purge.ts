import { defineFault } from '../../src/define-fault.ts';

export const statoverrideOutlivesPurge = defineFault({
  id: 'F41',
  capability: 'residue',
  layer: 'package',
  sentence: 'An override of a file’s mode outlives a purge: the next package with that file gets it, too.',
  source: 'Debian policy 10.9.1, which has a purge take it back',
  caughtBy: {
    test: 'nothing of it is left',
    alsoRed: [
      {
        test: 'after a power cut in the middle of it, it can be removed',
        reason: 'it ends with a purge, and the override is there after that',
      },
    ],
  },
  install({ plan }) {
    plan.lifecycle.steps.prepareFolders +=
      '\nif [ "$KIND" = deb ] && ! dpkg-statoverride --list "$CODE" >/dev/null; then dpkg-statoverride --update --add root root 0755 "$CODE"; fi';
  },
});
