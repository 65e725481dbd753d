import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'A12',
  area: 'authnz',
  sentence:
    'The cookies of a session name a domain that is not the host, so no browser keeps them and each page starts another sign-in.',
  source: 'Kamiwaza documentation 0.9.3, rebac-deployment-guide L293',
  reverts: 'that the cookies of a session belong to the host that sets them',
  install({ parts }) {
    for (const cookie of Object.values(parts.sessionCookies)) cookie.domain = 'kamiwaza.internal';
  },
};
