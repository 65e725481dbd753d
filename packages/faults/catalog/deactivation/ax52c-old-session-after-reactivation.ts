import { defineFault } from '../../src/define-fault.ts';

export const oldSessionAfterReactivation = defineFault({
  id: 'AX52c',
  capability: 'deactivation',
  layer: 'service',
  sentence: 'A user who is active again gets the sessions of before back.',
  source: 'A deactivation that only hides; the owner of a stolen session has it again',
  reverts: 'that a deactivation ends sessions for good',
  install({ services }) {
    services.sessions.endAccess = () => undefined;
  },
});
