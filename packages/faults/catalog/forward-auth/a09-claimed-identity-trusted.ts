import { defineFault } from '../../src/define-fault.ts';

export const claimedIdentityTrusted = defineFault({
  id: 'A9',
  capability: 'forward-auth',
  layer: 'service',
  sentence: 'Services believe the X-User headers that a caller sends.',
  source: 'SDK tests/e2e/extension_contract',
  reverts: 'that what a caller says about itself is replaced before a service reads it',
  install({ http }) {
    const claims = new WeakMap<object, [string, unknown][]>();
    http.addHook('onRequest', async ({ raw, headers }) => {
      claims.set(
        raw,
        Object.entries(headers).filter(([name]) => name.startsWith('x-user-')),
      );
    });
    http.addHook('preHandler', async (request) => {
      if (request.identity) Object.assign(request.headers, Object.fromEntries(claims.get(request.raw) ?? []));
    });
  },
});
