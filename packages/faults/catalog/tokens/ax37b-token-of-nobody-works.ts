import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'AX37b',
  area: 'authnz',
  sentence: 'A token whose owner does not exist, or exists no more, works.',
  source: 'Ours: a token that is valid in itself tempts to ask nobody',
  reverts: 'that each use of a token asks whether its owner is still there',
  install({ parts }) {
    const { identify } = parts;
    parts.identify = async (token) => {
      const known = await identify(token);
      const claims = known || token === undefined ? undefined : await parts.verifyToken(token);
      if (!claims || parts.store.users.byId(claims.sub)) return known;
      const person = { sub: claims.sub, username: 'gone', email: null, groups: [] };
      const { roles } = claims.realm_access;
      return claims.typ === 'PAT'
        ? { ...person, roles, kind: 'pat', jti: claims.jti, scope: claims.scope }
        : { ...person, roles, kind: 'session', sid: claims.sid };
    };
  },
};
