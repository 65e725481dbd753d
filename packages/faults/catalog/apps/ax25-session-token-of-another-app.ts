import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'AX25',
  area: 'authnz',
  sentence: 'An app that says it is alive, or that it is over, is taken for another app of the same owner.',
  source: 'A session token that is resolved to its owner instead of its app',
  reverts: 'that a session token stands for one app',
  install({ parts }) {
    const { ofSessionToken } = parts.apps;
    parts.apps.ofSessionToken = (token) => {
      const app = ofSessionToken(token);
      return app && parts.store.apps.list().findLast(({ ownerId }) => ownerId === app.ownerId);
    };
  },
};
