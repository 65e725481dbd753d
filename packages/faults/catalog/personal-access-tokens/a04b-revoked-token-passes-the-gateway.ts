import { defineFault } from '../../src/define-fault.ts';
import { isForwardAuth } from '../../inject/service/is-forward-auth.ts';
import { currentRequest } from '../../inject/service/current-request.ts';

export const revokedTokenPassesTheGateway = defineFault({
  id: 'A4b',
  capability: 'personal-access-tokens',
  layer: 'service',
  sentence:
    'A revoked personal access token still passes forward authentication, and with it reaches every app behind the gateway.',
  source: 'Ours: of two entry points one is easily forgotten',
  reverts: 'that forward authentication asks whether a token has been revoked',
  install({ services, http }) {
    const currentCall = currentRequest(http);
    const { isPatActive: patCounts } = services.tokens;
    services.tokens.isPatActive = (jti) => isForwardAuth(currentCall()) || patCounts(jti);
  },
});
