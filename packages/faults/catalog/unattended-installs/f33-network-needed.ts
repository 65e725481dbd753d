import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'F33',
  class: 'air gap',
  sentence: 'Without a network the installation ends without a word.',
  source: 'k3s #7247, #7940',
  check: 'it installs by the package manager, without a network and without a question',
  alsoRed: [{ check: '*', reason: 'without a network nothing is installed that could keep a promise' }],
  change({ plan }) {
    const { steps } = plan.lifecycle;
    steps.prepareFolders += '\ncurl -fs -m 1 -o "$STATE/catalogue" https://packages.acme.example/catalogue';
  },
};
