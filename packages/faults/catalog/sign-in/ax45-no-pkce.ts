import { defineFault } from '../../src/define-fault.ts';

export const noPkce = defineFault({
  id: 'AX45',
  capability: 'sign-in',
  layer: 'service',
  sentence: 'A sign-in asks for its code without PKCE, so that a stolen code is of use in another one.',
  source: 'A challenge that a change of the login route forgets; everything goes on working',
  reverts: 'that a code comes back to the sign-in that asked for it',
  install({ services, http }) {
    const { requestTokens } = services.realm;
    services.realm.requestTokens = ({ code_verifier: _, ...parameters }) => requestTokens(parameters);
    http.addHook('onSend', async (request, reply, payload) => {
      const location = reply.getHeader('location');
      if (!request.url.startsWith('/api/auth/login') || typeof location !== 'string') return payload;
      const question = new URL(location);
      question.searchParams.delete('code_challenge');
      question.searchParams.delete('code_challenge_method');
      reply.header('location', question.href);
      return payload;
    });
  },
});
