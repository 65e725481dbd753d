import { defineFault } from '../../src/define-fault.ts';
import { verifyWith } from '../../inject/service/verify-with.ts';

export const tokenWithoutEnd = defineFault({
  id: 'AX35b',
  capability: 'tokens',
  layer: 'service',
  sentence: 'A token without an expiry is valid for ever.',
  source: 'Ours: libraries check an expiry that is there, and miss one that is not',
  reverts: 'that each token has to say when it ends',
  install({ services }) {
    const { issuer, audience } = services.tokens.expectations;
    services.tokens.verify = (token) => verifyWith(services, token, { issuer, audience });
  },
});
