import { defineFault } from '../../src/define-fault.ts';

export const anyNumberOfCopies = defineFault({
  id: 'MX9',
  capability: 'input-validation',
  layer: 'service',
  sentence: 'Fewer copies than one are accepted.',
  source: 'A deployment of no copies never serves',
  reverts: 'that the number of copies is checked',
  install({ http }) {
    http.addHook('preHandler', async ({ body }) => {
      if (body !== null && typeof body === 'object' && 'starting_copies' in body) body.starting_copies = 1;
    });
  },
});
