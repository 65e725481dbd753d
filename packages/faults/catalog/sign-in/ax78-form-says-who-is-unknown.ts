import { defineFault } from '../../src/define-fault.ts';

export const formSaysWhoIsUnknown = defineFault({
  id: 'AX78',
  capability: 'sign-in',
  layer: 'service',
  sentence: 'A sign-in with an unknown name is refused with the reason that the name is unknown.',
  source: 'Ours: a helpful sentence that helps collectors of names',
  reverts: 'that the form says the same of an unknown name and of a wrong password',
  install({ services, http }) {
    http.addHook('onSend', async ({ url, body }, reply, payload) => {
      if (!/\/interaction\/[^/]+\/login$/.test(url) || reply.statusCode !== 401) return payload;
      const { username } = body as { username?: string };
      if (services.store.users.byUsername(username ?? '')) return payload;
      reply.removeHeader('content-length');
      return JSON.stringify({ detail: 'There is no user of this name.' });
    });
  },
});
