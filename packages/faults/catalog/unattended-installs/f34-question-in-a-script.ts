import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'F34',
  class: 'prompt',
  sentence: 'The installation asks a question, and fails where nobody can answer.',
  source: 'actions/runner-images #122, portmaster-packaging #41',
  check: 'it installs where nobody can answer: standard input is closed',
  alsoRed: [{ check: '*', reason: 'where nobody can answer nothing is installed that could keep a promise' }],
  change({ plan }) {
    const { steps } = plan.lifecycle;
    steps.prepareFolders += '\nprintf "Send reports to ACME? " && read -r reports';
  },
};
