import { defineFault } from '../../src/define-fault.ts';

export const hashInAnswer = defineFault({
  id: 'AX51',
  capability: 'users',
  layer: 'service',
  sentence: 'The answer about one user shows the hash of the password.',
  source: 'A row of the database that is sent as it is',
  reverts: 'that an answer shows what is meant to be shown',
  install({ services, http }) {
    http.addHook('onSend', async ({ url }, reply, payload) => {
      const id = /^\/api\/auth\/users\/([0-9a-f-]{36})$/.exec(url)?.[1];
      const user = id === undefined ? undefined : services.store.users.byId(id);
      if (!user || reply.statusCode !== 200) return payload;
      return JSON.stringify({ ...JSON.parse(String(payload)), password_hash: user.passwordHash });
    });
  },
});
