import type { Regression } from './regression.ts';
import { claimsIn } from './claims-in.ts';
import { headerOf } from './header-of.ts';

export const regression: Regression = {
  id: 'A7b',
  area: 'authnz',
  sentence: 'A token of a key that the platform does not have, as after a reinstall, works.',
  source: 'SDK tests/integration/conftest.py',
  reverts: 'that a token of an unknown key is refused',
  install({ parts }) {
    const { verifyToken } = parts;
    parts.verifyToken = async (token) => {
      const { alg, kid } = headerOf(token);
      const known = parts.keys.published.some((key) => key.kid === kid);
      return known || alg !== 'RS256' ? verifyToken(token) : claimsIn(token);
    };
  },
};
