import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'AX52',
  area: 'authnz',
  sentence: 'A personal access token of a deactivated user goes on working.',
  source: 'Deactivation ends sessions and forgets what has no session',
  reverts: 'that a token counts only while its owner is active',
  install({ parts }) {
    const { identify } = parts;
    parts.endAccess = (userId) => void parts.endSessions(userId);
    parts.identify = async (token) => {
      const claims = token === undefined ? undefined : await parts.verifyToken(token);
      const owner = claims && parts.store.users.byId(claims.sub);
      if (claims?.typ !== 'PAT' || !owner || owner.active || !parts.patCounts(claims.jti))
        return identify(token);
      const { id: sub, username, email, groups } = owner;
      const roles = parts.rolesUnderScope(owner.roles, claims.scope);
      return { sub, username, email, groups, roles, kind: 'pat', jti: claims.jti, scope: claims.scope };
    };
  },
};
