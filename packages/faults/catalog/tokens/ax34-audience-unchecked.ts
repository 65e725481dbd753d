import { defineFault } from '../../src/define-fault.ts';
import { verifyWith } from '../../inject/service/verify-with.ts';

export const audienceUnchecked = defineFault({
  id: 'AX34',
  capability: 'tokens',
  layer: 'service',
  sentence: 'An access token that was made for another service works here.',
  source: 'Ours: a token that one service was given must not open another',
  reverts: 'that the audience of access tokens is checked',
  install({ services }) {
    services.tokens.verify = (token) =>
      verifyWith(services, token, {
        issuer: services.tokens.expectations.issuer,
        requiredClaims: ['exp', 'iat'],
      });
  },
});
