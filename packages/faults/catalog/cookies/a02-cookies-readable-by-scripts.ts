import { defineFault } from '../../src/define-fault.ts';

export const cookiesReadableByScripts = defineFault({
  id: 'A2',
  capability: 'cookies',
  layer: 'service',
  sentence: 'The cookies of a session can be read by every script of the page.',
  source: 'SDK commit 7279aa1: a cookie without scope or flags',
  reverts: 'that the cookies of a session are HttpOnly and SameSite',
  install({ services }) {
    Object.assign(services.sessions.cookies.access_token, { httpOnly: false, sameSite: undefined });
  },
});
