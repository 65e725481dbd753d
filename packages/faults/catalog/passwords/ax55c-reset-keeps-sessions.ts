import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'AX55c',
  area: 'authnz',
  sentence: 'A password that an administrator sets leaves the sessions of that user open.',
  source: 'Administrators reset a password to get somebody out',
  reverts: 'that a reset ends sessions',
  install({ parts }) {
    const { endSessions } = parts;
    parts.endSessions = (userId, keptSid) => {
      const anothers = keptSid !== undefined && !parts.store.sessions.liveOf(userId).includes(keptSid);
      return anothers ? 0 : endSessions(userId, keptSid);
    };
  },
};
