import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'AX46b',
  area: 'authnz',
  sentence: 'A token is believed when it stands in the address, where logs and histories keep it.',
  source: 'RFC 6750 allows it and advises against it; made for downloads, and never taken back',
  reverts: 'that a token comes in a header or a cookie',
  install({ app }) {
    app.addHook('onRequest', async ({ url, headers }) => {
      const token = new URL(url, 'http://here').searchParams.get('access_token');
      if (token !== null) headers.authorization ??= `Bearer ${token}`;
    });
  },
};
