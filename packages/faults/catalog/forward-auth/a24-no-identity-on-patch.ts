import { defineFault } from '../../src/define-fault.ts';

export const noIdentityOnPatch = defineFault({
  id: 'A24',
  capability: 'forward-auth',
  layer: 'service',
  sentence: 'ForwardAuth lets a held PATCH request pass without saying who makes it.',
  source: 'SDK test_auth_validate_forwardauth_endpoints',
  reverts: 'that each of the six verbs is answered with the identity headers',
  install({ http }) {
    http.addHook('onSend', async (request, reply, payload) => {
      if (request.method === 'PATCH' && request.url.startsWith('/api/auth/validate'))
        for (const name of Object.keys(reply.getHeaders()))
          if (name.startsWith('x-user-')) reply.removeHeader(name);
      return payload;
    });
  },
});
