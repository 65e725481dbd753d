import { defineFault } from '../../src/define-fault.ts';

export const addedSettingsRemoved = defineFault({
  id: 'F9',
  capability: 'removal',
  layer: 'package',
  sentence: 'A removal deletes files that the administrator put beside the settings.',
  source: 'k3s #5028',
  caughtBy: { test: 'edited settings, and files that somebody put beside them, are kept' },
  install({ plan }) {
    const { steps } = plan.lifecycle;
    steps.forgetService += '\nfind "$CONFIG" -type f ! -name agent.conf -delete';
  },
});
