import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'AX67b',
  area: 'authnz',
  sentence: 'The personal access token of a user who was removed goes on working.',
  source: 'Ours: a token of a script is forgotten when its owner leaves',
  reverts: 'that the tokens of a removed user end with them',
  install({ parts }) {
    const { identify } = parts;
    parts.identify = async (token) => {
      const known = await identify(token);
      const claims = known || token === undefined ? undefined : await parts.verifyToken(token);
      if (claims?.typ !== 'PAT' || parts.store.users.byId(claims.sub)) return known;
      const { sub, jti, scope } = claims;
      const { roles } = claims.realm_access;
      return { sub, username: 'gone', email: null, groups: [], roles, kind: 'pat', jti, scope };
    };
  },
};
