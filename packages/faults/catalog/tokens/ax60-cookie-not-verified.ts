import { defineFault } from '../../src/define-fault.ts';
import { claimsIn } from '../../inject/service/claims-in.ts';
import { currentRequest } from '../../inject/service/current-request.ts';

export const cookieNotVerified = defineFault({
  id: 'AX60',
  capability: 'tokens',
  layer: 'service',
  sentence: 'The token in the cookie is believed without looking at its signature.',
  source: 'Ours: the code that sets the cookie trusts it',
  reverts: 'that a token is verified at whichever entry point it arrives',
  install({ services, http }) {
    const currentCall = currentRequest(http);
    const { verify: verifyToken } = services.tokens;
    services.tokens.verify = async (token) => {
      const headers = currentCall()?.headers;
      const byCookie = headers?.authorization === undefined && headers?.cookie !== undefined;
      return byCookie ? claimsIn(token) : verifyToken(token);
    };
  },
});
