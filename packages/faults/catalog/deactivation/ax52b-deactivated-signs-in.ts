import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'AX52b',
  area: 'authnz',
  sentence: 'A deactivated user signs in again.',
  source: 'The check that is made for sessions is missing for new ones',
  reverts: 'that only active users sign in',
  install({ parts }) {
    parts.authenticate = async (username, password) => {
      const user = parts.store.users.byUsername(username);
      return (await parts.passwordMatches(password, user?.passwordHash)) ? user : undefined;
    };
  },
};
