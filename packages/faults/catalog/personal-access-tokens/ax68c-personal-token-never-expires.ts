import type { Regression } from './regression.ts';
import { verifyWith } from './verify-with.ts';

export const regression: Regression = {
  id: 'AX68c',
  area: 'authnz',
  sentence: 'A personal access token works after it has expired.',
  source: 'Ours: tokens that are kept in a table tempt to ask the table only',
  reverts: 'that a personal access token ends when it says',
  install({ parts }) {
    const { verifyToken } = parts;
    parts.verifyToken = async (token) => {
      const claims = await verifyToken(token);
      if (claims) return claims;
      const { issuer, audience } = parts.tokenExpectations;
      const expired = await verifyWith(parts, token, { issuer, audience, currentDate: new Date(0) });
      return expired?.typ === 'PAT' ? expired : undefined;
    };
  },
};
