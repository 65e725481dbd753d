import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'AX54b',
  area: 'authnz',
  sentence: 'A personal access token keeps the roles its owner had when it was made.',
  source: 'Roles are read from the token alone, and this one lives for a month',
  reverts: 'that a token has no role that its owner has no longer',
  install({ parts }) {
    const { identify } = parts;
    parts.identify = async (token) => {
      const identity = await identify(token);
      if (identity?.kind !== 'pat' || token === undefined) return identity;
      const claims = await parts.verifyToken(token);
      return claims ? { ...identity, roles: claims.realm_access.roles } : identity;
    };
  },
};
