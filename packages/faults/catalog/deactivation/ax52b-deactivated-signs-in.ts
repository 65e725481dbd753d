import { defineFault } from '../../src/define-fault.ts';

export const deactivatedSignsIn = defineFault({
  id: 'AX52b',
  capability: 'deactivation',
  layer: 'service',
  sentence: 'A deactivated user signs in again.',
  source: 'The check that is made for sessions is missing for new ones',
  reverts: 'that only active users sign in',
  install({ services }) {
    services.identity.authenticate = async (username, password) => {
      const user = services.store.users.byUsername(username);
      return (await services.identity.passwordMatches(password, user?.passwordHash)) ? user : undefined;
    };
  },
});
