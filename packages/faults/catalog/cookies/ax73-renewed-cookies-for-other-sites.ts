import { sessionCookies, setSessionCookies } from '../routes/auth/session-cookies.ts';
import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'AX73',
  area: 'authnz',
  sentence: 'The access token of a renewed session goes along with what other sites ask of the platform.',
  source: 'Ours: a second place that sets cookies, and knows fewer of their attributes',
  reverts: 'that a renewed session is kept as carefully as the first',
  install({ parts }) {
    const { setSessionCookies: set } = parts;
    const cookies = sessionCookies(parts.settings.secureCookies);
    Object.assign(cookies.access_token, { sameSite: undefined });
    parts.setSessionCookies = (reply, tokens) => {
      if (!reply.request.url.startsWith('/api/auth/refresh')) return set(reply, tokens);
      setSessionCookies(reply, tokens, cookies);
    };
  },
};
