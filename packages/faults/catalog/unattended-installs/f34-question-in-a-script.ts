import { defineFault } from '../../src/define-fault.ts';

export const questionInAScript = defineFault({
  id: 'F34',
  capability: 'unattended-installs',
  layer: 'package',
  sentence: 'The installation asks a question, and fails where there is no terminal to answer it.',
  source: 'actions/runner-images #122, portmaster-packaging #41',
  caughtBy: {
    test: 'it installs where no one can answer: standard input is closed',
    alsoRed: [{ test: '*', reason: 'without an answer nothing is installed that could keep a promise' }],
  },
  install({ plan }) {
    const { steps } = plan.lifecycle;
    steps.prepareFolders += '\nprintf "Send reports to ACME? " && read -r reports';
  },
});
