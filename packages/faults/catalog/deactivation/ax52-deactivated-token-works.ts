import { defineFault } from '../../src/define-fault.ts';

export const deactivatedTokenWorks = defineFault({
  id: 'AX52',
  capability: 'deactivation',
  layer: 'service',
  sentence: 'A personal access token of a deactivated user keeps working.',
  source: 'Deactivation ends sessions and forgets what has no session',
  reverts: 'that a token counts only while its owner is active',
  install({ services }) {
    const { identify } = services.gateway;
    services.sessions.endAccess = (userId) => void services.sessions.endAll(userId);
    services.gateway.identify = async (token) => {
      const claims = token === undefined ? undefined : await services.tokens.verify(token);
      const owner = claims && services.store.users.byId(claims.sub);
      if (claims?.typ !== 'PAT' || !owner || owner.active || !services.tokens.isPatActive(claims.jti))
        return identify(token);
      const { id: sub, username, email, groups } = owner;
      const roles = services.tokens.rolesUnderScope(owner.roles, claims.scope);
      return { sub, username, email, groups, roles, kind: 'pat', jti: claims.jti, scope: claims.scope };
    };
  },
});
