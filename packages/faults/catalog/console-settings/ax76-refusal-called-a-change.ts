import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'AX76',
  area: 'authnz',
  sentence: 'The console says that the password is changed although it was refused.',
  source: 'Ours: a form that says it is done when there is an answer',
  reverts: 'that a refusal is shown as one',
  install({ app }) {
    app.addHook('onSend', async ({ url, headers }, reply, payload) => {
      const byPage = headers['sec-fetch-site'] !== undefined;
      if (!byPage || url !== '/api/auth/users/me/password' || reply.statusCode !== 400) return payload;
      reply.code(200).removeHeader('content-length');
      return JSON.stringify({ changed: true });
    });
  },
};
