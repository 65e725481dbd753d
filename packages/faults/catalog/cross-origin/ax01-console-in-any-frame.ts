import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'AX1',
  area: 'authnz',
  sentence: 'Any site may show the console in a frame and lay its own buttons over it.',
  source:
    'Ours: a header that a new reverse proxy or static file server forgets, seen by nobody until it is used',
  reverts: 'that pages forbid being framed',
  install({ app }) {
    app.addHook('onSend', async (_request, reply, payload) => {
      reply.removeHeader('x-frame-options');
      reply.header('content-security-policy', "default-src 'self'; style-src 'self' 'unsafe-inline'");
      return payload;
    });
  },
};
