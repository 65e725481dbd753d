import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'A9',
  area: 'authnz',
  sentence: 'Services believe the X-User headers that a caller sends along.',
  source: 'SDK tests/e2e/extension_contract',
  reverts: 'that what a caller says about itself is replaced before a service reads it',
  install({ app }) {
    const claims = new WeakMap<object, [string, unknown][]>();
    app.addHook('onRequest', async ({ raw, headers }) => {
      claims.set(
        raw,
        Object.entries(headers).filter(([name]) => name.startsWith('x-user-')),
      );
    });
    app.addHook('preHandler', async (request) => {
      if (request.identity) Object.assign(request.headers, Object.fromEntries(claims.get(request.raw) ?? []));
    });
  },
};
