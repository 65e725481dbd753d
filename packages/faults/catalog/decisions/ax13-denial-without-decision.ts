import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'AX13',
  area: 'authnz',
  sentence: 'A denial does not say which decision it rests on.',
  source: 'Without its id a denial cannot be found in the record of decisions',
  reverts: 'that a denial carries the id of its decision',
  install({ app }) {
    app.addHook('onSend', async (_request, reply, payload) => {
      reply.removeHeader('x-decision-id');
      return payload;
    });
  },
};
