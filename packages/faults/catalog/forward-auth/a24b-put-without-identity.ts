import { defineFault } from '../../src/define-fault.ts';

export const putWithoutIdentity = defineFault({
  id: 'A24b',
  capability: 'forward-auth',
  layer: 'service',
  sentence: 'ForwardAuth at its second address lets a held PUT pass without saying who makes it.',
  source: 'SDK test_auth_validate_forwardauth_endpoints',
  reverts: 'that all three addresses answer alike',
  install({ http }) {
    http.addHook('onSend', async ({ method, url }, reply) => {
      if (method !== 'PUT' || !url.startsWith('/api/auth/forward/validate')) return;
      for (const name of Object.keys(reply.getHeaders()))
        if (name.startsWith('x-user-')) reply.removeHeader(name);
    });
  },
});
