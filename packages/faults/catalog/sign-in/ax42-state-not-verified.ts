import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'AX42',
  area: 'authnz',
  sentence: 'A state is taken although its signature is not ours.',
  source: 'A signature that is made and never checked passes every test of what works',
  reverts: 'that the signature of a state is verified',
  install({ parts }) {
    parts.signInState.read = (state) => state.split('.')[0];
  },
};
