import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'A24b',
  area: 'authnz',
  sentence: 'ForwardAuth at its second address lets a held PUT pass without saying who makes it.',
  source: 'SDK test_auth_validate_forwardauth_endpoints',
  reverts: 'that all three addresses answer alike',
  install({ app }) {
    app.addHook('onSend', async ({ method, url }, reply) => {
      if (method !== 'PUT' || !url.startsWith('/api/auth/forward/validate')) return;
      for (const name of Object.keys(reply.getHeaders()))
        if (name.startsWith('x-user-')) reply.removeHeader(name);
    });
  },
};
