import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'A2',
  area: 'authnz',
  sentence: 'The cookies of a session can be read by every script of the page.',
  source: 'SDK commit 7279aa1: a cookie without scope or flags',
  reverts: 'that the cookies of a session are HttpOnly and SameSite',
  install({ parts }) {
    Object.assign(parts.sessionCookies.access_token, { httpOnly: false, sameSite: undefined });
  },
};
