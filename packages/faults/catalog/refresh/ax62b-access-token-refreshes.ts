import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'AX62b',
  area: 'authnz',
  sentence: 'An access token is taken for a refresh token, and so lives for ever.',
  source: 'Ours: a fallback that was meant kindly',
  reverts: 'that only a refresh token gives new tokens',
  install({ parts }) {
    const { requestTokens } = parts;
    parts.requestTokens = async (parameters) => {
      const { refresh_token: given = '' } = parameters;
      const claims = await parts.verifyToken(given);
      if (!claims) return requestTokens(parameters);
      const tokens = { access_token: given, token_type: 'Bearer', expires_in: 3600 };
      return { kind: 'granted', tokens };
    };
  },
};
