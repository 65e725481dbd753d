import type { Regression } from './regression.ts';
import { identityHeaderNames } from '../gateway/identity-headers.ts';

export const regression: Regression = {
  id: 'A9c',
  area: 'authnz',
  sentence: 'ForwardAuth hands on what the caller claims about workroom and clearance.',
  source: 'A gateway that strips only the headers that it sets itself',
  reverts: 'that identity headers which nobody vouches for are emptied',
  install({ app }) {
    const claims = new WeakMap<object, [string, unknown][]>();
    app.addHook('onRequest', async ({ raw, headers }) => {
      claims.set(raw, Object.entries(headers));
    });
    app.addHook('onSend', async ({ raw, url }, reply) => {
      if (!/^\/api\/auth\/(forward\/)?validate/.test(url) || reply.statusCode !== 200) return;
      for (const [name, value] of claims.get(raw) ?? [])
        if (identityHeaderNames.includes(name) && reply.getHeader(name) === '') reply.header(name, value);
    });
  },
};
