import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'A24',
  area: 'authnz',
  sentence: 'ForwardAuth lets a held PATCH request pass without saying who makes it.',
  source: 'SDK test_auth_validate_forwardauth_endpoints',
  reverts: 'that each of the six verbs is answered with the identity headers',
  install({ app }) {
    app.addHook('onSend', async (request, reply, payload) => {
      if (request.method === 'PATCH' && request.url.startsWith('/api/auth/validate'))
        for (const name of Object.keys(reply.getHeaders()))
          if (name.startsWith('x-user-')) reply.removeHeader(name);
      return payload;
    });
  },
};
