import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'AX78',
  area: 'authnz',
  sentence: 'Whoever signs in with an unknown name is told that nobody has it.',
  source: 'Ours: a helpful sentence that helps whoever collects names',
  reverts: 'that the form says the same of an unknown name and of a wrong password',
  install({ parts, app }) {
    app.addHook('onSend', async ({ url, body }, reply, payload) => {
      if (!/\/interaction\/[^/]+\/login$/.test(url) || reply.statusCode !== 401) return payload;
      const { username } = body as { username?: string };
      if (parts.store.users.byUsername(username ?? '')) return payload;
      reply.removeHeader('content-length');
      return JSON.stringify({ detail: 'There is no user of this name.' });
    });
  },
};
