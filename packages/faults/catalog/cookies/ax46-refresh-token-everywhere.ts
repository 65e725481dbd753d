import { defineFault } from '../../src/define-fault.ts';

export const refreshTokenEverywhere = defineFault({
  id: 'AX46',
  capability: 'cookies',
  layer: 'service',
  sentence: 'The refresh token goes with every request, to models and applications too.',
  source: 'SDK commit 7279aa1: the same of the access token',
  reverts: 'that the cookie of the refresh token is for the auth service only',
  install({ services }) {
    services.sessions.cookies.refresh_token.path = '/';
  },
});
