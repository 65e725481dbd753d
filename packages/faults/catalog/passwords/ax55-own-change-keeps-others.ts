import { defineFault } from '../../src/define-fault.ts';

export const ownChangeKeepsOthers = defineFault({
  id: 'AX55',
  capability: 'passwords',
  layer: 'service',
  sentence: 'After a user changes their own password, sessions that were opened with the old one stay.',
  source: 'A password is changed because another person knows it',
  reverts: 'that a change of password ends the other sessions',
  install({ services }) {
    const { endAll: endSessions } = services.sessions;
    services.sessions.endAll = (userId, keptSid) => {
      const own = keptSid !== undefined && services.store.sessions.liveOf(userId).includes(keptSid);
      return own ? 0 : endSessions(userId, keptSid);
    };
  },
});
