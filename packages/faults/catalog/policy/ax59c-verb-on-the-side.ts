import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'AX59c',
  area: 'authnz',
  sentence: 'A caller who names another verb in a header is judged by that one.',
  source: 'Frameworks honour X-HTTP-Method-Override; here it lets a DELETE pass for a GET',
  reverts: 'that a request is judged by the verb that it has',
  install({ app }) {
    app.addHook('onRequest', async ({ headers }) => {
      const claimed = headers['x-http-method-override'];
      if (claimed !== undefined) headers['x-forwarded-method'] = claimed;
    });
  },
};
