import type { Regression } from './regression.ts';
import { verifyWith } from './verify-with.ts';

export const regression: Regression = {
  id: 'AX33',
  area: 'authnz',
  sentence: 'A token of another issuer that shares our key is believed.',
  source: 'Ours: realms that share a key tell apart by the issuer only',
  reverts: 'that the issuer is checked',
  install({ parts }) {
    parts.verifyToken = (token) =>
      verifyWith(parts, token, {
        audience: parts.tokenExpectations.audience,
        requiredClaims: ['exp', 'iat'],
      });
  },
};
