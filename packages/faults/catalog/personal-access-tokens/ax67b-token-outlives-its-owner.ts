import { defineFault } from '../../src/define-fault.ts';

export const tokenOutlivesItsOwner = defineFault({
  id: 'AX67b',
  capability: 'personal-access-tokens',
  layer: 'service',
  sentence: 'The personal access token of a removed user keeps working.',
  source: 'Ours: a token of a script is forgotten when its owner leaves',
  reverts: 'that the tokens of a removed user end with them',
  install({ services }) {
    const { identify } = services.gateway;
    services.gateway.identify = async (token) => {
      const known = await identify(token);
      const claims = known || token === undefined ? undefined : await services.tokens.verify(token);
      if (claims?.typ !== 'PAT' || services.store.users.byId(claims.sub)) return known;
      const { sub, jti, scope } = claims;
      const { roles } = claims.realm_access;
      return { sub, username: 'gone', email: null, groups: [], roles, kind: 'pat', jti, scope };
    };
  },
});
