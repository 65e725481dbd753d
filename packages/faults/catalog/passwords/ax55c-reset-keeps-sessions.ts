import { defineFault } from '../../src/define-fault.ts';

export const resetKeepsSessions = defineFault({
  id: 'AX55c',
  capability: 'passwords',
  layer: 'service',
  sentence: 'A password that an administrator sets leaves the sessions of that user open.',
  source: 'Administrators reset a password to get an intruder out',
  reverts: 'that a reset ends sessions',
  install({ services }) {
    const { endAll: endSessions } = services.sessions;
    services.sessions.endAll = (userId, keptSid) => {
      const anothers = keptSid !== undefined && !services.store.sessions.liveOf(userId).includes(keptSid);
      return anothers ? 0 : endSessions(userId, keptSid);
    };
  },
});
