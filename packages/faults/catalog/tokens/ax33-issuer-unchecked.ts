import { defineFault } from '../../src/define-fault.ts';
import { verifyWith } from '../../inject/service/verify-with.ts';

export const issuerUnchecked = defineFault({
  id: 'AX33',
  capability: 'tokens',
  layer: 'service',
  sentence: 'A token of another issuer that shares our key is believed.',
  source: 'Ours: realms that share a key tell apart by the issuer only',
  reverts: 'that the issuer is checked',
  install({ services }) {
    services.tokens.verify = (token) =>
      verifyWith(services, token, {
        audience: services.tokens.expectations.audience,
        requiredClaims: ['exp', 'iat'],
      });
  },
});
