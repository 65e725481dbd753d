import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'AX55',
  area: 'authnz',
  sentence: 'After a change of one’s own password whoever has signed in with the old one stays.',
  source: 'A password is changed because somebody else knows it',
  reverts: 'that a change of password ends the other sessions',
  install({ parts }) {
    const { endSessions } = parts;
    parts.endSessions = (userId, keptSid) => {
      const own = keptSid !== undefined && parts.store.sessions.liveOf(userId).includes(keptSid);
      return own ? 0 : endSessions(userId, keptSid);
    };
  },
};
