import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'AX50',
  area: 'authnz',
  sentence: 'Two users have names that differ only by case.',
  source: 'Who sees ADMIN beside admin cannot tell them apart',
  reverts: 'that names are compared without case',
  install({ parts }) {
    const { byUsername } = parts.store.users;
    parts.store.users.byUsername = (name) => {
      const user = byUsername(name);
      return user?.username === name ? user : undefined;
    };
  },
};
