import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'A23b',
  area: 'authnz',
  sentence: 'A purge leaves the browser signed in at the realm, which signs it in again without asking.',
  source: 'Kamiwaza capability auth.session-revocation; ENG-6911 is the same gap at sign-out',
  reverts: 'that a purge ends browser sessions too',
  install({ parts }) {
    parts.endSessions = (userId, keptSid) => {
      const ended = parts.store.sessions.liveOf(userId).filter((sid) => sid !== keptSid);
      for (const sid of ended) parts.endSession(sid);
      return ended.length;
    };
  },
};
