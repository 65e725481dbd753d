import { defineFault } from '../../src/define-fault.ts';

export const accessTokenRefreshes = defineFault({
  id: 'AX62b',
  capability: 'refresh',
  layer: 'service',
  sentence: 'An access token is accepted as a refresh token, and so lives for ever.',
  source: 'Ours: a fallback that was meant kindly',
  reverts: 'that only a refresh token gives new tokens',
  install({ services }) {
    const { requestTokens } = services.realm;
    services.realm.requestTokens = async (parameters) => {
      const { refresh_token: given = '' } = parameters;
      const claims = await services.tokens.verify(given);
      if (!claims) return requestTokens(parameters);
      const tokens = { access_token: given, token_type: 'Bearer', expires_in: 3600 };
      return { kind: 'granted', tokens };
    };
  },
});
