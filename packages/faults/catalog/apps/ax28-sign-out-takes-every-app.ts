import { defineFault } from '../../src/define-fault.ts';

export const signOutTakesEveryApp = defineFault({
  id: 'AX28',
  capability: 'apps',
  layer: 'service',
  sentence: 'Signing out purges every app of the user, including those that were to stay.',
  source: 'The other direction of A26: apps looked up by owner, without asking which of them are ephemeral',
  reverts: 'that signing out takes along ephemeral apps of this session only',
  install({ services }) {
    services.apps.ofSession = (sid) => {
      const apps = services.store.apps.list();
      const owners = new Set(
        apps.filter(({ ownerSession }) => ownerSession === sid).map(({ ownerId }) => ownerId),
      );
      return apps.filter(({ ownerId }) => owners.has(ownerId));
    };
  },
});
