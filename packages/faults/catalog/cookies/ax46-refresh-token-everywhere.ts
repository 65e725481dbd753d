import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'AX46',
  area: 'authnz',
  sentence: 'The refresh token goes with every request, to models and applications too.',
  source: 'SDK commit 7279aa1: the same of the access token',
  reverts: 'that the cookie of the refresh token is for the auth service only',
  install({ parts }) {
    parts.sessionCookies.refresh_token.path = '/';
  },
};
