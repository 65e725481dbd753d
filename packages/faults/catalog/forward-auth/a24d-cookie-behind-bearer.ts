import { defineFault } from '../../src/define-fault.ts';

export const cookieBehindBearer = defineFault({
  id: 'A24d',
  capability: 'forward-auth',
  layer: 'service',
  sentence: 'A refused bearer token falls back on the cookie of the browser.',
  source: 'Two ways in that are tried one after the other: the caller acts as another user than intended',
  reverts: 'that a header of the caller hides the cookie',
  install({ services, http }) {
    http.addHook('onRequest', async ({ headers }) => {
      const cookie = /(?:^|; *)access_token=([^;]+)/.exec(headers.cookie ?? '')?.[1];
      const bearer = /^Bearer +(\S+)$/i.exec(headers.authorization ?? '')?.[1];
      if (headers.authorization === undefined || cookie === undefined) return;
      if ((await services.gateway.identify(bearer)) === undefined) headers.authorization = `Bearer ${cookie}`;
    });
  },
});
