import { defineFault } from '../../src/define-fault.ts';

export const verbOnTheSide = defineFault({
  id: 'AX59c',
  capability: 'policy',
  layer: 'service',
  sentence: 'A caller who names another verb in a header is judged by that one.',
  source: 'Frameworks honour X-HTTP-Method-Override; here it lets a DELETE pass for a GET',
  reverts: 'that a request is judged by the verb that it has',
  install({ http }) {
    http.addHook('onRequest', async ({ headers }) => {
      const claimed = headers['x-http-method-override'];
      if (claimed !== undefined) headers['x-forwarded-method'] = claimed;
    });
  },
});
