import { defineFault } from '../../src/define-fault.ts';

export const unknownEngineIgnored = defineFault({
  id: 'MX99',
  capability: 'input-validation',
  layer: 'service',
  sentence: 'An engine that nobody knows is taken for none that was named.',
  source: 'Ours: whoever misspells an engine gets another one and does not learn of it',
  reverts: 'that the names of engines are checked',
  install({ http }) {
    http.addHook('preHandler', async ({ url, body }) => {
      if (url.startsWith('/api/serving/deploy_model') && body) Object.assign(body, { engine_name: null });
    });
  },
});
