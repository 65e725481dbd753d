import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'MX101',
  area: 'model-engine',
  sentence: 'A prompt of several megabytes makes the platform fail.',
  source: 'Bad input is never the fault of the server',
  reverts: 'that a prompt that is too long is refused',
  install({ app }) {
    app.addHook('onSend', async ({ url, headers }, reply) => {
      const large = Number(headers['content-length']) > 1_000_000;
      if (url.startsWith('/runtime/models/') && large) reply.code(500);
    });
  },
};
