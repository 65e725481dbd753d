import { defineFault } from '../../src/define-fault.ts';

export const tokenInTheQuery = defineFault({
  id: 'AX46b',
  capability: 'cookies',
  layer: 'service',
  sentence: 'A token is believed when it stands in the address, where logs and histories keep it.',
  source: 'RFC 6750 allows it and advises against it; made for downloads, and never taken back',
  reverts: 'that a token comes in a header or a cookie',
  install({ http }) {
    http.addHook('onRequest', async ({ url, headers }) => {
      const token = new URL(url, 'http://here').searchParams.get('access_token');
      if (token !== null) headers.authorization ??= `Bearer ${token}`;
    });
  },
});
