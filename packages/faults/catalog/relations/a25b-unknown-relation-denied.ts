import { defineFault } from '../../src/define-fault.ts';

export const unknownRelationDenied = defineFault({
  id: 'A25b',
  capability: 'relations',
  layer: 'service',
  sentence: 'A relation that does not exist is denied instead of refused.',
  source: 'SDK docs: "owns" is answered with 422',
  reverts: 'that relations are checked against those there are',
  install({ http }) {
    http.addHook('preHandler', async ({ url, body }) => {
      if (!url.startsWith('/api/auth/check')) return;
      const question = body as { relation?: string } | null;
      if (question?.relation === 'owns') question.relation = 'owner';
    });
  },
});
