import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'AX47',
  area: 'authnz',
  sentence: 'Signing out leaves the refresh token in the browser.',
  source: 'A cookie is cleared only under the path it was set for',
  reverts: 'that cookies are cleared with the attributes they were set with',
  install({ parts }) {
    parts.clearSessionCookies = (reply) => {
      for (const name of ['access_token', 'refresh_token', 'id_token'])
        reply.clearCookie(name, { path: '/' });
    };
  },
};
