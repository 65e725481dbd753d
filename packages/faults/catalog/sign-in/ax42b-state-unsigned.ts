import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'AX42b',
  area: 'authnz',
  sentence: 'The state of a sign-in is short and carries no signature.',
  source: 'AUTH_ALLOW_UNSIGNED_STATE left on after an upgrade',
  reverts: 'that each state is signed',
  install({ parts }) {
    parts.signInState = { create: (nonce) => nonce, read: (state) => state };
  },
};
