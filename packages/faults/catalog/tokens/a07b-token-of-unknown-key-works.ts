import { defineFault } from '../../src/define-fault.ts';
import { claimsIn } from '../../inject/service/claims-in.ts';
import { headerOf } from '../../inject/service/header-of.ts';

export const tokenOfUnknownKeyWorks = defineFault({
  id: 'A7b',
  capability: 'tokens',
  layer: 'service',
  sentence: 'A token of a key that the platform does not have, as after a reinstall, works.',
  source: 'SDK tests/integration/conftest.py',
  reverts: 'that a token of an unknown key is refused',
  install({ services }) {
    const { verify: verifyToken } = services.tokens;
    services.tokens.verify = async (token) => {
      const { alg, kid } = headerOf(token);
      const known = services.keys.published.some((key) => key.kid === kid);
      return known || alg !== 'RS256' ? verifyToken(token) : claimsIn(token);
    };
  },
});
