import { defineFault } from '../../src/define-fault.ts';
import { isForwardAuth } from '../../inject/service/is-forward-auth.ts';
import { currentRequest } from '../../inject/service/current-request.ts';

export const routePastTheGateway = defineFault({
  id: 'AX80',
  capability: 'policy',
  layer: 'service',
  sentence: 'Every signed-in user reads the log of the platform, although forward authentication denies it.',
  source:
    'Ours: a router that is mounted past the guard; the policy stays right, and a check of the policy alone sees nothing',
  reverts: 'that each route stands behind the gateway',
  install({ services, http }) {
    const currentCall = currentRequest(http);
    const { decide } = services.gateway;
    services.gateway.decide = (question) =>
      question.path === '/api/logger/platform' && question.roles.length > 0 && !isForwardAuth(currentCall())
        ? { allow: true }
        : decide(question);
  },
});
