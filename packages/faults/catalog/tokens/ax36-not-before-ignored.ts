import type { Regression } from './regression.ts';
import { decodeJwt, type JWTPayload } from 'jose';
import { verifyWith } from './verify-with.ts';

export const regression: Regression = {
  id: 'AX36',
  area: 'authnz',
  sentence: 'A token works before the time from which it is valid.',
  source: 'Ours: nbf is rare, and so is its check',
  reverts: 'that a token is not accepted before its time',
  install({ parts }) {
    const { issuer, audience } = parts.tokenExpectations;
    parts.verifyToken = (token) => {
      const { nbf = 0 } = payloadOf(token);
      const currentDate = new Date(Math.max(Date.now(), nbf * 1000));
      return verifyWith(parts, token, { issuer, audience, currentDate, requiredClaims: ['exp', 'iat'] });
    };
  },
};

function payloadOf(token: string): JWTPayload {
  try {
    return decodeJwt(token);
  } catch {
    return {};
  }
}
