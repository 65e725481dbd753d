import { defineFault } from '../../src/define-fault.ts';

export const formSaysWhoIsUnknown = defineFault({
  id: 'AX78',
  capability: 'sign-in',
  layer: 'service',
  sentence: 'Whoever signs in with an unknown name is told that nobody has it.',
  source: 'Ours: a helpful sentence that helps whoever collects names',
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
