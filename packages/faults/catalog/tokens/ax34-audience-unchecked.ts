import type { Regression } from './regression.ts';
import { verifyWith } from './verify-with.ts';

export const regression: Regression = {
  id: 'AX34',
  area: 'authnz',
  sentence: 'An access token that was made for another service works here.',
  source: 'Ours: a token that one service was given must not open another',
  reverts: 'that the audience of access tokens is checked',
  install({ parts }) {
    parts.verifyToken = (token) =>
      verifyWith(parts, token, { issuer: parts.tokenExpectations.issuer, requiredClaims: ['exp', 'iat'] });
  },
};
