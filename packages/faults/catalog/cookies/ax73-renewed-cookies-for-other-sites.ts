import { sessionCookies, setSessionCookies } from '@uat/platform';
import { defineFault } from '../../src/define-fault.ts';

export const renewedCookiesForOtherSites = defineFault({
  id: 'AX73',
  capability: 'cookies',
  layer: 'service',
  sentence: 'The access token of a renewed session is sent along with requests from other sites.',
  source: 'Ours: a second place that sets cookies, and knows fewer of their attributes',
  reverts: 'that a renewed session is kept as carefully as the first',
  install({ services }) {
    const { setCookies: set } = services.sessions;
    const cookies = sessionCookies(services.settings.secureCookies);
    Object.assign(cookies.access_token, { sameSite: undefined });
    services.sessions.setCookies = (reply, tokens) => {
      if (!reply.request.url.startsWith('/api/auth/refresh')) return set(reply, tokens);
      setSessionCookies(reply, tokens, cookies);
    };
  },
});
