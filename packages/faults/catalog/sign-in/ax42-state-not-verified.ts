import { defineFault } from '../../src/define-fault.ts';

export const stateNotVerified = defineFault({
  id: 'AX42',
  capability: 'sign-in',
  layer: 'service',
  sentence: 'A state is accepted although its signature is not ours.',
  source: 'A signature that is made and never checked passes every test of what works',
  reverts: 'that the signature of a state is verified',
  install({ services }) {
    services.sessions.signInState.read = (state) => state.split('.')[0];
  },
});
