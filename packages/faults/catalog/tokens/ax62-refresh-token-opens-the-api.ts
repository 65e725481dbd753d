import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'AX62',
  area: 'authnz',
  sentence: 'A refresh token, which lives for a month, opens the API like an access token.',
  source: 'Ours: what a gateway does that asks the provider whether a token is active',
  reverts: 'that a refresh token is good for a refresh only',
  install({ parts }) {
    const { identify } = parts;
    parts.identify = async (token) => {
      const known = await identify(token);
      const sid = known || token === undefined ? undefined : parts.store.oidc.grantOfRefreshToken(token);
      if (sid === undefined) return known;
      const user = parts.store.users.list().find(({ id }) => parts.store.sessions.liveOf(id).includes(sid));
      if (!user) return undefined;
      const { id: sub, username, email, roles, groups } = user;
      return { sub, username, email, roles, groups, kind: 'session', sid };
    };
  },
};
