import { credentialOf, notAuthenticated } from '@uat/platform';
import { defineFault } from '../../src/define-fault.ts';
import { headerOf } from '../../inject/service/header-of.ts';
import { isForwardAuth } from '../../inject/service/is-forward-auth.ts';

export const gatewayKeepsFirstKeys = defineFault({
  id: 'A7',
  capability: 'keys',
  layer: 'service',
  sentence: 'After a key rotation, forward authentication refuses every user who signs in.',
  source: 'SDK tests/integration/conftest.py',
  reverts: 'that new keys are known at every entry point within five minutes',
  install({ services, http }) {
    const first = new Set(services.keys.published.map(({ kid }) => kid));
    http.addHook('preHandler', async (request) => {
      if (!isForwardAuth(request)) return;
      const { kid } = headerOf(credentialOf(request.headers, request.cookies) ?? '');
      if (kid !== undefined && !first.has(kid)) throw notAuthenticated();
    });
  },
});
