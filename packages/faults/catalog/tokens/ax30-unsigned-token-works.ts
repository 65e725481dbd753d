import type { Regression } from './regression.ts';
import { claimsIn } from './claims-in.ts';
import { headerOf } from './header-of.ts';

export const regression: Regression = {
  id: 'AX30',
  area: 'authnz',
  sentence: 'A token that says it needs no signature is believed.',
  source: 'Ours: the best known mistake of JWT libraries',
  reverts: 'that only signed tokens count',
  install({ parts }) {
    const { verifyToken } = parts;
    parts.verifyToken = async (token) =>
      headerOf(token).alg?.toLowerCase() === 'none' ? claimsIn(token) : verifyToken(token);
  },
};
