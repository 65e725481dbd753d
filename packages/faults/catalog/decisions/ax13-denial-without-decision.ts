import { defineFault } from '../../src/define-fault.ts';

export const denialWithoutDecision = defineFault({
  id: 'AX13',
  capability: 'decisions',
  layer: 'service',
  sentence: 'A denial does not say which decision it rests on.',
  source: 'Without its id a denial cannot be found in the record of decisions',
  reverts: 'that a denial carries the id of its decision',
  install({ http }) {
    http.addHook('onSend', async (_request, reply, payload) => {
      reply.removeHeader('x-decision-id');
      return payload;
    });
  },
});
