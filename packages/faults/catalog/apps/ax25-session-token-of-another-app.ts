import { defineFault } from '../../src/define-fault.ts';

export const sessionTokenOfAnotherApp = defineFault({
  id: 'AX25',
  capability: 'apps',
  layer: 'service',
  sentence:
    'An app that reports that it is alive, or that it has ended, is mistaken for another app of the same owner.',
  source: 'A session token that is resolved to its owner instead of its app',
  reverts: 'that a session token stands for one app',
  install({ services }) {
    const { ofSessionToken } = services.apps;
    services.apps.ofSessionToken = (token) => {
      const app = ofSessionToken(token);
      return app && services.store.apps.list().findLast(({ ownerId }) => ownerId === app.ownerId);
    };
  },
});
