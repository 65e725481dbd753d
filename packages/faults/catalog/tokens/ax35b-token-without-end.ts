import type { Regression } from './regression.ts';
import { verifyWith } from './verify-with.ts';

export const regression: Regression = {
  id: 'AX35b',
  area: 'authnz',
  sentence: 'A token that names no end is good for ever.',
  source: 'Ours: libraries check an expiry that is there, and miss one that is not',
  reverts: 'that each token has to say when it ends',
  install({ parts }) {
    const { issuer, audience } = parts.tokenExpectations;
    parts.verifyToken = (token) => verifyWith(parts, token, { issuer, audience });
  },
};
