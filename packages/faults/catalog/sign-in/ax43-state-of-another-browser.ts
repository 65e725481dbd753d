import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'AX43',
  area: 'authnz',
  sentence:
    'A callback works in any browser, so one person can sign another in as themselves, or take over a sign-in that was overheard.',
  source: 'Login CSRF: the state proves who wrote it, not who sends it',
  reverts: 'that a state counts in the browser that started the sign-in only',
  install({ parts }) {
    parts.takeAttempt = (nonce) => parts.store.attempts.take(nonce);
  },
};
