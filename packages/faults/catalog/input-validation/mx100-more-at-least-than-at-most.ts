import { defineFault } from '../../src/define-fault.ts';

export const moreAtLeastThanAtMost = defineFault({
  id: 'MX100',
  capability: 'input-validation',
  layer: 'service',
  sentence: 'More copies at least than at most are accepted.',
  source: 'Ours: nothing can keep both numbers',
  reverts: 'that the numbers of copies are held against each other',
  install({ http }) {
    http.addHook('preHandler', async ({ url, body }) => {
      if (url.startsWith('/api/serving/deploy_model') && body) Object.assign(body, { max_copies: null });
    });
  },
});
