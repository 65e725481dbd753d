import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'A23f',
  area: 'authnz',
  sentence: 'A session that an administrator ended is still good for new tokens.',
  source: 'Sessions and refresh tokens are kept in two places, and one is forgotten',
  reverts: 'that a session which an administrator ends takes its refresh token along',
  install({ parts }) {
    parts.expelSession = (sid) => {
      parts.store.sessions.revoke(sid);
      parts.store.oidc.removeBrowserSessionOf(sid);
    };
  },
};
