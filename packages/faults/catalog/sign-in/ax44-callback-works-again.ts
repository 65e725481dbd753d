import type { Regression } from './regression.ts';
import type { SignInAttempt } from '../store/sign-in-attempts.ts';

export const regression: Regression = {
  id: 'AX44',
  area: 'authnz',
  sentence: 'A callback from the browser’s history signs the person in once more.',
  source: 'Codes and states that are looked up but not taken',
  reverts: 'that a state and a code count once',
  install({ parts }) {
    const known = new Map<string, SignInAttempt>();
    const { takeAttempt, store } = parts;
    const { adapter } = store.oidc;
    parts.takeAttempt = (nonce, binding) => {
      const attempt = known.get(nonce) ?? takeAttempt(nonce, binding);
      if (attempt) known.set(nonce, attempt);
      return attempt;
    };
    store.oidc.adapter = (model) => ({
      ...adapter(model),
      ...(model === 'AuthorizationCode' && { consume: async () => undefined }),
    });
  },
};
