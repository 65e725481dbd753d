import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'A26b',
  area: 'authnz',
  sentence: 'An ephemeral app goes on after an administrator has purged the sessions of its owner.',
  source: 'Kamiwaza docs, App Garden; capability apps.app-garden',
  reverts: 'that a purge ends sessions the way signing out does',
  install({ parts }) {
    parts.endSessions = (userId, keptSid) => {
      const ended = parts.store.sessions.liveOf(userId).filter((sid) => sid !== keptSid);
      for (const sid of ended) {
        parts.store.sessions.revoke(sid);
        parts.store.oidc.removeGrant(sid);
      }
      parts.store.oidc.removeBrowserSessions(userId, keptSid);
      return ended.length;
    };
  },
};
