import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'AX54',
  area: 'authnz',
  sentence: 'A role that was taken away works until the session ends.',
  source: 'Roles are read from the token alone',
  reverts: 'that a session has no role that its user has no longer',
  install({ parts }) {
    const { identify } = parts;
    parts.identify = async (token) => {
      const identity = await identify(token);
      if (identity?.kind !== 'session' || token === undefined) return identity;
      const claims = await parts.verifyToken(token);
      return claims ? { ...identity, roles: claims.realm_access.roles } : identity;
    };
  },
};
