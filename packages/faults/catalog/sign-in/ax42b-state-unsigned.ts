import { defineFault } from '../../src/define-fault.ts';

export const stateUnsigned = defineFault({
  id: 'AX42b',
  capability: 'sign-in',
  layer: 'service',
  sentence: 'The state of a sign-in is short and carries no signature.',
  source: 'AUTH_ALLOW_UNSIGNED_STATE left on after an upgrade',
  reverts: 'that each state is signed',
  install({ services }) {
    services.sessions.signInState = { create: (nonce) => nonce, read: (state) => state };
  },
});
