import { defineFault } from '../../src/define-fault.ts';

export const networkNeeded = defineFault({
  id: 'F33',
  capability: 'unattended-installs',
  layer: 'package',
  sentence: 'Without a network the installation ends without a word.',
  source: 'k3s #7247, #7940',
  caughtBy: {
    test: 'it installs by the package manager, without a network and without a question',
    alsoRed: [{ test: '*', reason: 'without a network nothing is installed that could keep a promise' }],
  },
  install({ plan }) {
    const { steps } = plan.lifecycle;
    steps.prepareFolders += '\ncurl -fs -m 1 -o "$STATE/catalogue" https://packages.acme.example/catalogue';
  },
});
