import type { Regression } from './regression.ts';
import { claimsIn } from './claims-in.ts';
import { requestUnderWay } from './request-under-way.ts';

export const regression: Regression = {
  id: 'AX60',
  area: 'authnz',
  sentence: 'The token in the cookie is believed without looking at its signature.',
  source: 'Ours: whoever sets the cookie themselves trusts it',
  reverts: 'that a token is verified by whichever door it comes in',
  install({ parts, app }) {
    const underWay = requestUnderWay(app);
    const { verifyToken } = parts;
    parts.verifyToken = async (token) => {
      const headers = underWay()?.headers;
      const byCookie = headers?.authorization === undefined && headers?.cookie !== undefined;
      return byCookie ? claimsIn(token) : verifyToken(token);
    };
  },
};
