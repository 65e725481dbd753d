import { defineFault } from '../../src/define-fault.ts';

export const denialAnsweredWith200 = defineFault({
  id: 'A25c',
  capability: 'decisions',
  layer: 'service',
  sentence:
    'A denied check is answered with 200, and clients that go by the status take it for an allowance.',
  source: 'OpenAPI document 1.2.0 and SDK docs: a denial is a 403',
  reverts: 'that a denial is a refusal',
  install({ http }) {
    http.addHook('onSend', async (request, reply, payload) => {
      const decision_id = reply.getHeader('x-decision-id');
      if (!request.url.startsWith('/api/auth/check') || decision_id === undefined) return payload;
      reply.code(200).removeHeader('content-length');
      return JSON.stringify({ allow: false, decision_id, reason: 'relation does not hold' });
    });
  },
});
