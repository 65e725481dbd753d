import { expect, test } from 'vitest';

import { loggedPath } from './logged-path.ts';

test.each([
  ['/api/auth/callback?code=secret', '/api/auth/callback'],
  ['/models#top', '/models'],
  ['/realms/kamiwaza/interaction/VOlQ4L_58-p', '/realms/kamiwaza/interaction/{uid}'],
  ['/realms/kamiwaza/interaction/VOlQ4L_58-p/login', '/realms/kamiwaza/interaction/{uid}/login'],
  [
    '/realms/kamiwaza/protocol/openid-connect/auth/VOlQ4L_58-p',
    '/realms/kamiwaza/protocol/openid-connect/auth/{uid}',
  ],
  [
    '/realms/kamiwaza/protocol/openid-connect/auth?client_id=1',
    '/realms/kamiwaza/protocol/openid-connect/auth',
  ],
])('%s is written down as %s', (url, path) => {
  expect(loggedPath(url)).toBe(path);
});
