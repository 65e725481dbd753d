import { defineFault } from '../../src/define-fault.ts';

export const workroomsHangForManyAdministrators = defineFault({
  id: 'A16',
  capability: 'workrooms',
  layer: 'service',
  sentence:
    'The list of workrooms never arrives for the fourth administrator who requests it while three others are signed in.',
  source: 'uat-bot load-test-report-0.13.1.md, finding 11',
  reverts: 'that any number of sessions may ask for the list at once',
  install({ services, http }) {
    // As if each session of an administrator kept the connection to the database that it was given.
    const holders = new Set<string>();
    http.addHook('preHandler', async ({ method, url, identity }) => {
      const asksForList = method === 'GET' && /^\/api\/workrooms\/?$/.test(url);
      if (!asksForList || identity?.kind !== 'session' || !identity.roles.includes('admin')) return;
      for (const sid of holders) if (!services.sessions.isLive(sid)) holders.delete(sid);
      if (holders.size >= 3 && !holders.has(identity.sid)) await new Promise(() => undefined);
      holders.add(identity.sid);
    });
  },
});
