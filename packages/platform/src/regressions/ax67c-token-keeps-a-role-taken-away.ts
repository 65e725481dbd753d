import type { Regression } from './regression.ts';
import { claimsIn } from './claims-in.ts';

export const regression: Regression = {
  id: 'AX67c',
  area: 'authnz',
  sentence: 'A personal access token keeps the roles that its owner had when it was made.',
  source: 'Ours: the roles stand in the token, and reading them there is easy',
  reverts: 'that a role that was taken away is gone from tokens too',
  install({ parts }) {
    const { identify } = parts;
    parts.identify = async (token) => {
      const identity = await identify(token);
      if (identity?.kind !== 'pat' || token === undefined) return identity;
      return { ...identity, roles: claimsIn(token)?.realm_access.roles ?? identity.roles };
    };
  },
};
