import { defineFault } from '../../src/define-fault.ts';

export const refreshTokenOpensTheApi = defineFault({
  id: 'AX62',
  capability: 'tokens',
  layer: 'service',
  sentence: 'A refresh token, which lives for a month, opens the API like an access token.',
  source: 'Ours: what a gateway does that asks the provider whether a token is active',
  reverts: 'that a refresh token is good for a refresh only',
  install({ services }) {
    const { identify } = services.gateway;
    services.gateway.identify = async (token) => {
      const known = await identify(token);
      const sid = known || token === undefined ? undefined : services.store.oidc.grantOfRefreshToken(token);
      if (sid === undefined) return known;
      const user = services.store.users
        .list()
        .find(({ id }) => services.store.sessions.liveOf(id).includes(sid));
      if (!user) return undefined;
      const { id: sub, username, email, roles, groups } = user;
      return { sub, username, email, roles, groups, kind: 'session', sid };
    };
  },
});
