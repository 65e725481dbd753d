import { defineFault } from '../../src/define-fault.ts';

export const failedExchangeStartsOver = defineFault({
  id: 'A13',
  capability: 'sign-in',
  layer: 'service',
  sentence:
    'A sign-in whose code cannot be exchanged starts over without a word, and a visitor whom the realm knows goes round in circles.',
  source: 'Kamiwaza documentation 0.9.3, rebac-deployment-guide: wrong client secret',
  reverts: 'that a failed exchange is an error that is said',
  install({ http }) {
    http.addHook('onSend', async (request, reply, payload) => {
      const failed = /Invalid code|refused the exchange/.test(String(payload));
      if (!request.url.startsWith('/api/auth/callback') || !failed) return payload;
      reply.code(302).header('location', '/api/auth/login').removeHeader('content-type');
      return '';
    });
  },
});
