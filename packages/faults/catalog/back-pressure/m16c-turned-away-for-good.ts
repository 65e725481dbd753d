import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'M16c',
  area: 'model-engine',
  sentence: 'Who is turned away by a busy engine is not told when to come again.',
  source: 'RFC 9110, 10.2.3: clients wait for as long as Retry-After says',
  reverts: 'that a busy engine says when it may have room',
  install({ app }) {
    app.addHook('onSend', async ({ url }, reply, payload) => {
      if (url.startsWith('/runtime/models/')) reply.removeHeader('retry-after');
      return payload;
    });
  },
};
