import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'AX56c',
  area: 'authnz',
  sentence: 'Blanks around a password make no difference.',
  source: 'A form that trims every field',
  reverts: 'that a password is taken as it is',
  install({ parts }) {
    const { authenticate } = parts;
    parts.authenticate = (username, password) => authenticate(username, password.trim());
  },
};
