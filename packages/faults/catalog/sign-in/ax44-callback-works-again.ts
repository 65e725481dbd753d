import { defineFault } from '../../src/define-fault.ts';
import type { SignInAttempt } from '@uat/platform';

export const callbackWorksAgain = defineFault({
  id: 'AX44',
  capability: 'sign-in',
  layer: 'service',
  sentence: 'A callback from the browser’s history signs the user in again.',
  source: 'Codes and states that are looked up but not taken',
  reverts: 'that a state and a code count once',
  install({ services }) {
    const known = new Map<string, SignInAttempt>();
    const { takeAttempt } = services.sessions;
    const { store } = services;
    const { adapter } = store.oidc;
    services.sessions.takeAttempt = (nonce, binding) => {
      const attempt = known.get(nonce) ?? takeAttempt(nonce, binding);
      if (attempt) known.set(nonce, attempt);
      return attempt;
    };
    store.oidc.adapter = (model) => ({
      ...adapter(model),
      ...(model === 'AuthorizationCode' && { consume: async () => undefined }),
    });
  },
});
