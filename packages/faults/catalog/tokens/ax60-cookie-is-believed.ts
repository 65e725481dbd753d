import { defineFault } from '../../src/define-fault.ts';
import { claimsIn } from '../../inject/service/claims-in.ts';
import { currentRequest } from '../../inject/service/current-request.ts';

export const cookieIsBelieved = defineFault({
  id: 'AX60',
  capability: 'tokens',
  layer: 'service',
  sentence: 'The token in the cookie is believed without looking at its signature.',
  source: 'Ours: whoever sets the cookie themselves trusts it',
  reverts: 'that a token is verified by whichever door it comes in',
  install({ services, http }) {
    const underWay = currentRequest(http);
    const { verify: verifyToken } = services.tokens;
    services.tokens.verify = async (token) => {
      const headers = underWay()?.headers;
      const byCookie = headers?.authorization === undefined && headers?.cookie !== undefined;
      return byCookie ? claimsIn(token) : verifyToken(token);
    };
  },
});
