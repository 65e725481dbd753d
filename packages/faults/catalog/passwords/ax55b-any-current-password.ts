import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'AX55b',
  area: 'authnz',
  sentence: 'A new password is taken whatever is given for the present one.',
  source: 'Whoever finds a browser open takes the account over',
  reverts: 'that the present password is asked for and checked',
  install({ parts }) {
    parts.passwordMatches = async () => true;
  },
};
