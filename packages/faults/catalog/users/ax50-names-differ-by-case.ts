import { defineFault } from '../../src/define-fault.ts';

export const namesDifferByCase = defineFault({
  id: 'AX50',
  capability: 'users',
  layer: 'service',
  sentence: 'Two users have names that differ only by case.',
  source: 'Who sees ADMIN beside admin cannot tell them apart',
  reverts: 'that names are compared without case',
  install({ services }) {
    const { byUsername } = services.store.users;
    services.store.users.byUsername = (name) => {
      const user = byUsername(name);
      return user?.username === name ? user : undefined;
    };
  },
});
