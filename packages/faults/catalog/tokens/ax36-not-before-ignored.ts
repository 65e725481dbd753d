import { defineFault } from '../../src/define-fault.ts';
import { decodeJwt, type JWTPayload } from 'jose';
import { verifyWith } from '../../inject/service/verify-with.ts';

export const notBeforeIgnored = defineFault({
  id: 'AX36',
  capability: 'tokens',
  layer: 'service',
  sentence: 'A token works before the time from which it is valid.',
  source: 'Ours: nbf is rare, and so is its check',
  reverts: 'that a token is not accepted before its time',
  install({ services }) {
    const { issuer, audience } = services.tokens.expectations;
    services.tokens.verify = (token) => {
      const { nbf = 0 } = payloadOf(token);
      const currentDate = new Date(Math.max(Date.now(), nbf * 1000));
      return verifyWith(services, token, { issuer, audience, currentDate, requiredClaims: ['exp', 'iat'] });
    };
  },
});

function payloadOf(token: string): JWTPayload {
  try {
    return decodeJwt(token);
  } catch {
    return {};
  }
}
