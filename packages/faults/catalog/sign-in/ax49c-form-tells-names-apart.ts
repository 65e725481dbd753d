import { defineFault } from '../../src/define-fault.ts';

export const formTellsNamesApart = defineFault({
  id: 'AX49c',
  capability: 'sign-in',
  layer: 'service',
  sentence: 'The sign-in form answers an unknown name with another status than a wrong password.',
  source: 'The second entry point to the same knowledge: the token endpoint is the one that people test',
  reverts: 'that the form answers an unknown name and a wrong password alike',
  install({ services, http }) {
    http.addHook('onSend', async ({ url, body }, reply, payload) => {
      if (!/\/interaction\/[^/]+\/login$/.test(url) || reply.statusCode !== 401) return payload;
      const { username } = body as { username?: string };
      if (!services.store.users.byUsername(username ?? '')) reply.code(403);
      return payload;
    });
  },
});
