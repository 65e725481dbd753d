import type { Regression } from './regression.ts';
import { verifyWith } from './verify-with.ts';

export const regression: Regression = {
  id: 'A3',
  area: 'authnz',
  sentence: 'A personal access token for another platform works on this one.',
  source: 'SDK docs-local/00-server-defects.md',
  reverts: 'that a token counts only for the platform it was made for',
  install({ parts }) {
    const { verifyToken } = parts;
    parts.verifyToken = async (token) => {
      const claims = await verifyToken(token);
      if (claims) return claims;
      const { issuer } = parts.tokenExpectations;
      const foreign = await verifyWith(parts, token, { issuer });
      return foreign?.typ === 'PAT' ? foreign : undefined;
    };
  },
};
