import { defineFault } from '../../src/define-fault.ts';

export const cachesKeepAnswers = defineFault({
  id: 'AX3',
  capability: 'cross-origin',
  layer: 'service',
  sentence: 'A cache between the platform and its users may keep answers that are about one of them.',
  source: 'Ours: one header set too widely gives one user’s answer to the next',
  reverts: 'that answers of the API are kept by nobody',
  install({ http }) {
    http.addHook('onSend', async (request, reply, payload) => {
      if (request.url.startsWith('/api/')) reply.header('cache-control', 'public, max-age=600');
      return payload;
    });
  },
});
