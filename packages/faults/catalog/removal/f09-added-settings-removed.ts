import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'F9',
  class: 'over-removal',
  sentence: 'A removal deletes files that the administrator put beside the settings.',
  source: 'k3s #5028',
  check: 'edited settings, and files that somebody put beside them, are kept',
  change({ plan }) {
    const { steps } = plan.lifecycle;
    steps.forgetService += '\nfind "$CONFIG" -type f ! -name agent.conf -delete';
  },
};
