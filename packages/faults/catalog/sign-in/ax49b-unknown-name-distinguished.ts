import { defineFault } from '../../src/define-fault.ts';

export const unknownNameDistinguished = defineFault({
  id: 'AX49b',
  capability: 'sign-in',
  layer: 'service',
  sentence: 'The token endpoint says whether a name or only its password is wrong.',
  source: 'Names that are known can be guessed at; the friendlier message is a tempting change',
  reverts: 'that an unknown name and a wrong password are answered alike',
  install({ services, http }) {
    http.addHook('onSend', async ({ url, body }, reply, payload) => {
      if (!url.startsWith('/api/auth/token') || reply.statusCode !== 401) return payload;
      const { username } = body as { username?: string };
      if (services.store.users.byUsername(username ?? '')) return payload;
      reply.removeHeader('content-length');
      return JSON.stringify({ detail: 'There is no such user.' });
    });
  },
});
