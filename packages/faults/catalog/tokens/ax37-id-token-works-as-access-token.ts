import { defineFault } from '../../src/define-fault.ts';
import { createLocalJWKSet, jwtVerify } from 'jose';

export const idTokenWorksAsAccessToken = defineFault({
  id: 'AX37',
  capability: 'tokens',
  layer: 'service',
  sentence: 'An ID token, which apps pass around to say who a user is, opens the API.',
  source: 'Ours: both kinds have the same issuer, audience and key',
  reverts: 'that only access tokens are access tokens',
  install({ services }) {
    const { verify: verifyToken } = services.tokens;
    services.tokens.verify = async (token) => {
      const claims = await verifyToken(token);
      if (claims) return claims;
      const { issuer, audience } = services.tokens.expectations;
      const keySet = createLocalJWKSet({ keys: [...services.keys.published] });
      const proved = await jwtVerify(token, keySet, { issuer, audience }).catch(() => undefined);
      const user = services.store.users.byId(proved?.payload.sub ?? '');
      const [sid] = services.store.sessions.liveOf(user?.id ?? '');
      if (!user || sid === undefined || !isIdToken(proved?.payload.typ)) return undefined;
      return { typ: 'Bearer', sub: user.id, jti: sid, sid, scope: '', realm_access: { roles: user.roles } };
    };
  },
});

const isIdToken = (typ: unknown) => typ === undefined || typ === 'ID';
