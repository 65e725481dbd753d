import { defineFault } from '../../src/define-fault.ts';

export const unreadableQuestionFails = defineFault({
  id: 'MX17',
  capability: 'input-validation',
  layer: 'service',
  sentence: 'A question that cannot be read is answered with 500.',
  source: 'Bad input is never the fault of the server',
  reverts: 'that an unreadable question is refused',
  install({ http }) {
    http.addHook('onSend', async ({ url }, reply) => {
      if (url.startsWith('/runtime/models/') && reply.statusCode === 400) reply.code(500);
    });
  },
});
