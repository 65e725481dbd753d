import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'F41',
  class: 'residue',
  sentence:
    'An override of a file’s mode outlives a purge: the next package that brings the file gets it, too.',
  source: 'Debian policy 10.9.1, which has a purge take it back',
  check: 'nothing of it is left',
  alsoRed: [
    {
      check: 'after a power cut in the middle of it, it can be removed',
      reason: 'it ends with a purge, and the override is there after that',
    },
  ],
  change({ plan }) {
    plan.lifecycle.steps.prepareFolders +=
      '\nif [ "$KIND" = deb ] && ! dpkg-statoverride --list "$CODE" >/dev/null; then dpkg-statoverride --update --add root root 0755 "$CODE"; fi';
  },
};
