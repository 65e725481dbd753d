import { defineFault } from '../../src/define-fault.ts';

export const enteringEndsOtherSessions = defineFault({
  id: 'A15c',
  capability: 'workrooms',
  layer: 'service',
  sentence: 'Entering a workroom signs the user out everywhere else.',
  source: 'uat-bot load-test-report-0.13.1.md, findings 5 and 11',
  reverts: 'that a person may have several sessions, each in a workroom of its own',
  install({ services, http }) {
    http.addHook('onResponse', async ({ method, url, identity }, { statusCode }) => {
      if (method === 'POST' && url.endsWith('/enter') && statusCode === 200 && identity?.kind === 'session')
        services.sessions.endAll(identity.sub, identity.sid);
    });
  },
});
