import { defineFault } from '../../src/define-fault.ts';

export const ephemeralAppOutlivesPurge = defineFault({
  id: 'A26b',
  capability: 'apps',
  layer: 'service',
  sentence: 'An ephemeral app keeps running after an administrator has purged the sessions of its owner.',
  source: 'Kamiwaza docs, App Garden; capability apps.app-garden',
  reverts: 'that a purge ends sessions the way signing out does',
  install({ services }) {
    services.sessions.endAll = (userId, keptSid) => {
      const ended = services.store.sessions.liveOf(userId).filter((sid) => sid !== keptSid);
      for (const sid of ended) {
        services.store.sessions.revoke(sid);
        services.store.oidc.removeGrant(sid);
      }
      services.store.oidc.removeBrowserSessions(userId, keptSid);
      return ended.length;
    };
  },
});
