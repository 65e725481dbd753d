import { defineFault } from '../../src/define-fault.ts';

export const tokenWithoutOwnerWorks = defineFault({
  id: 'AX37b',
  capability: 'tokens',
  layer: 'service',
  sentence: 'A token whose owner does not exist, or no longer exists, works.',
  source: 'Ours: a token that is valid in itself tempts not to look its owner up',
  reverts: 'that each use of a token asks whether its owner is still there',
  install({ services }) {
    const { identify } = services.gateway;
    services.gateway.identify = async (token) => {
      const known = await identify(token);
      const claims = known || token === undefined ? undefined : await services.tokens.verify(token);
      if (!claims || services.store.users.byId(claims.sub)) return known;
      const person = { sub: claims.sub, username: 'gone', email: null, groups: [] };
      const { roles } = claims.realm_access;
      return claims.typ === 'PAT'
        ? { ...person, roles, kind: 'pat', jti: claims.jti, scope: claims.scope }
        : { ...person, roles, kind: 'session', sid: claims.sid };
    };
  },
});
