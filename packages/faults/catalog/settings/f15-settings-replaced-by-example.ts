import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'F15',
  class: 'config lost',
  sentence: 'An upgrade copies the example over edited settings.',
  source: 'packetfence #5558',
  check: 'settings that somebody edited stay as they are',
  change({ plan }) {
    const { steps } = plan.lifecycle;
    steps.prepareFolders += '\nprintf "PORT=7171\\n" >"$SETTINGS"';
  },
};
