import { defineFault } from '../../src/define-fault.ts';

export const longPromptFails = defineFault({
  id: 'MX101',
  capability: 'input-validation',
  layer: 'service',
  sentence: 'A prompt of several megabytes makes the platform fail.',
  source: 'Bad input is never the fault of the server',
  reverts: 'that a prompt that is too long is refused',
  install({ http }) {
    http.addHook('onSend', async ({ url, headers }, reply) => {
      const large = Number(headers['content-length']) > 1_000_000;
      if (url.startsWith('/runtime/models/') && large) reply.code(500);
    });
  },
});
