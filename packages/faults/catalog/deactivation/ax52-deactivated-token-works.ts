import { defineFault } from '../../src/define-fault.ts';

export const deactivatedTokenWorks = defineFault({
  id: 'AX52',
  capability: 'deactivation',
  layer: 'service',
  sentence: 'A personal access token of a deactivated user goes on working.',
  source: 'Deactivation ends sessions and forgets what has no session',
  reverts: 'that a token counts only while its owner is active',
  install({ services }) {
    const { identify } = services;
    services.endAccess = (userId) => void services.endSessions(userId);
    services.identify = async (token) => {
      const claims = token === undefined ? undefined : await services.verifyToken(token);
      const owner = claims && services.store.users.byId(claims.sub);
      if (claims?.typ !== 'PAT' || !owner || owner.active || !services.patCounts(claims.jti))
        return identify(token);
      const { id: sub, username, email, groups } = owner;
      const roles = services.rolesUnderScope(owner.roles, claims.scope);
      return { sub, username, email, groups, roles, kind: 'pat', jti: claims.jti, scope: claims.scope };
    };
  },
});
