import type { Regression } from './regression.ts';
import { credentialOf } from '../gateway/identity.ts';
import { headerOf } from './header-of.ts';
import { isForwardAuth } from './is-forward-auth.ts';
import { notAuthenticated } from '../errors/http-error.ts';

export const regression: Regression = {
  id: 'A7',
  area: 'authnz',
  sentence: 'After a rotation of keys, forward authentication refuses everybody who signs in.',
  source: 'SDK tests/integration/conftest.py',
  reverts: 'that new keys are known at every door within five minutes',
  install({ parts, app }) {
    const first = new Set(parts.keys.published.map(({ kid }) => kid));
    app.addHook('preHandler', async (request) => {
      if (!isForwardAuth(request)) return;
      const { kid } = headerOf(credentialOf(request.headers, request.cookies) ?? '');
      if (kid !== undefined && !first.has(kid)) throw notAuthenticated();
    });
  },
};
