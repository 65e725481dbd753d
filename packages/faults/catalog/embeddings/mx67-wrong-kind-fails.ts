import { defineFault } from '../../src/define-fault.ts';

export const wrongKindFails = defineFault({
  id: 'MX67',
  capability: 'embeddings',
  layer: 'service',
  sentence: 'A model that is asked for what its kind does not do answers with 500.',
  source: 'Ours: clients try a 500 again, and would for ever',
  reverts: 'that a model says what it does not do',
  install({ http }) {
    http.addHook('onSend', async ({ url }, reply) => {
      if (/^\/runtime\/models\/.+\/(completions|embeddings)$/.test(url) && reply.statusCode === 400)
        reply.code(500);
    });
  },
});
