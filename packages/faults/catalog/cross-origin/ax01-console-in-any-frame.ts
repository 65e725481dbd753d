import { defineFault } from '../../src/define-fault.ts';

export const consoleInAnyFrame = defineFault({
  id: 'AX1',
  capability: 'cross-origin',
  layer: 'service',
  sentence: 'Any site may show the console in a frame and lay its own buttons over it.',
  source:
    'Ours: a header that a new reverse proxy or static file server forgets, seen by nobody until it is used',
  reverts: 'that pages forbid being framed',
  install({ http }) {
    http.addHook('onSend', async (_request, reply, payload) => {
      reply.removeHeader('x-frame-options');
      reply.header('content-security-policy', "default-src 'self'; style-src 'self' 'unsafe-inline'");
      return payload;
    });
  },
});
