import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'A23f',
  area: 'authnz',
  sentence: 'A session that was ended is still good for new tokens.',
  source: 'Sessions and refresh tokens are kept in two places, and one is forgotten',
  reverts: 'that the end of a session takes its refresh token along',
  install({ parts }) {
    parts.endSession = (sid) => parts.store.sessions.revoke(sid);
  },
};
