import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'A22',
  area: 'authnz',
  sentence: 'Somebody who signs in elsewhere changes a password here.',
  source: 'Kamiwaza API document 1.2.0: 403 for SSO users',
  reverts: 'that a password is changed where it is kept',
  install({ parts }) {
    parts.keepsPasswordOf = () => true;
  },
};
