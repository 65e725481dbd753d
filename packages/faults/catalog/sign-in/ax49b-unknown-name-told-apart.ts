import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'AX49b',
  area: 'authnz',
  sentence: 'The token endpoint says whether a name or only its password is wrong.',
  source: 'Names that are known can be guessed at; the friendlier message is a tempting change',
  reverts: 'that an unknown name and a wrong password are answered alike',
  install({ parts, app }) {
    app.addHook('onSend', async ({ url, body }, reply, payload) => {
      if (!url.startsWith('/api/auth/token') || reply.statusCode !== 401) return payload;
      const { username } = body as { username?: string };
      if (parts.store.users.byUsername(username ?? '')) return payload;
      reply.removeHeader('content-length');
      return JSON.stringify({ detail: 'There is no such user.' });
    });
  },
};
