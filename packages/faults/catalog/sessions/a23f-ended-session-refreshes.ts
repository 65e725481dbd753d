import { defineFault } from '../../src/define-fault.ts';

export const endedSessionRefreshes = defineFault({
  id: 'A23f',
  capability: 'sessions',
  layer: 'service',
  sentence: 'A session that an administrator ended can still be refreshed.',
  source: 'Sessions and refresh tokens are kept in two places, and one is forgotten',
  reverts: 'that a session which an administrator ends takes its refresh token along',
  install({ services }) {
    services.sessions.expel = (sid) => {
      services.store.sessions.revoke(sid);
      services.store.oidc.removeBrowserSessionOf(sid);
    };
  },
});
