import { defineFault } from '../../src/define-fault.ts';

export const refreshCookieNotCleared = defineFault({
  id: 'AX47',
  capability: 'cookies',
  layer: 'service',
  sentence: 'Signing out leaves the refresh token in the browser.',
  source: 'A cookie is cleared only under the path it was set for',
  reverts: 'that cookies are cleared with the attributes they were set with',
  install({ services }) {
    services.sessions.clearCookies = (reply) => {
      for (const name of ['access_token', 'refresh_token', 'id_token'])
        reply.clearCookie(name, { path: '/' });
    };
  },
});
