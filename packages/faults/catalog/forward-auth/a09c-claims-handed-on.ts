import { defineFault } from '../../src/define-fault.ts';
import { identityHeaderNames } from '@uat/platform';

export const claimsHandedOn = defineFault({
  id: 'A9c',
  capability: 'forward-auth',
  layer: 'service',
  sentence: 'ForwardAuth hands on what the caller claims about workroom and clearance.',
  source: 'A gateway that strips only the headers that it sets itself',
  reverts: 'that identity headers which nobody vouches for are emptied',
  install({ http }) {
    const claims = new WeakMap<object, [string, unknown][]>();
    http.addHook('onRequest', async ({ raw, headers }) => {
      claims.set(raw, Object.entries(headers));
    });
    http.addHook('onSend', async ({ raw, url }, reply) => {
      if (!/^\/api\/auth\/(forward\/)?validate/.test(url) || reply.statusCode !== 200) return;
      for (const [name, value] of claims.get(raw) ?? [])
        if (identityHeaderNames.includes(name) && reply.getHeader(name) === '') reply.header(name, value);
    });
  },
});
