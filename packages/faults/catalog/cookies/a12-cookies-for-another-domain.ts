import { defineFault } from '../../src/define-fault.ts';

export const cookiesForAnotherDomain = defineFault({
  id: 'A12',
  capability: 'cookies',
  layer: 'service',
  sentence:
    'The session cookies name a domain that is not the host, so no browser keeps them and each page starts another sign-in.',
  source: 'Kamiwaza documentation 0.9.3, rebac-deployment-guide L293',
  reverts: 'that the cookies of a session belong to the host that sets them',
  install({ services }) {
    for (const cookie of Object.values(services.sessions.cookies)) cookie.domain = 'kamiwaza.internal';
  },
});
