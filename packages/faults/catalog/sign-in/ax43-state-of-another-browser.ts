import { defineFault } from '../../src/define-fault.ts';

export const stateOfAnotherBrowser = defineFault({
  id: 'AX43',
  capability: 'sign-in',
  layer: 'service',
  sentence:
    'A callback works in any browser, so one user can sign another in as themselves, or take over a sign-in that is not theirs.',
  source: 'Login CSRF: the state proves who wrote it, not who sends it',
  reverts: 'that a state counts in the browser that started the sign-in only',
  install({ services }) {
    services.sessions.takeAttempt = (nonce) => services.store.attempts.take(nonce);
  },
});
