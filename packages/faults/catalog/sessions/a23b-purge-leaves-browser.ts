import { defineFault } from '../../src/define-fault.ts';

export const purgeLeavesBrowser = defineFault({
  id: 'A23b',
  capability: 'sessions',
  layer: 'service',
  sentence: 'A purge leaves the browser signed in at the realm, which signs it in again without asking.',
  source: 'Kamiwaza capability auth.session-revocation; ENG-6911 is the same gap at sign-out',
  reverts: 'that a purge ends browser sessions too',
  install({ services }) {
    services.sessions.endAll = (userId, keptSid) => {
      const ended = services.store.sessions.liveOf(userId).filter((sid) => sid !== keptSid);
      for (const sid of ended) services.sessions.end(sid);
      return ended.length;
    };
  },
});
