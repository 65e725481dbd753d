import { defineFault } from '../../src/define-fault.ts';

export const settingsReplacedByExample = defineFault({
  id: 'F15',
  capability: 'settings',
  layer: 'package',
  sentence: 'An upgrade copies the example over edited settings.',
  source: 'packetfence #5558',
  caughtBy: { test: 'settings that somebody edited stay as they are' },
  install({ plan }) {
    const { steps } = plan.lifecycle;
    steps.prepareFolders += '\nprintf "PORT=7171\\n" >"$SETTINGS"';
  },
});
