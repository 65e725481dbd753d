import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'A25b',
  area: 'authnz',
  sentence: 'A relation that does not exist is denied instead of refused.',
  source: 'SDK docs: "owns" is answered with 422',
  reverts: 'that relations are checked against those there are',
  install({ app }) {
    app.addHook('preHandler', async ({ url, body }) => {
      if (!url.startsWith('/api/auth/check')) return;
      const question = body as { relation?: string } | null;
      if (question?.relation === 'owns') question.relation = 'owner';
    });
  },
};
