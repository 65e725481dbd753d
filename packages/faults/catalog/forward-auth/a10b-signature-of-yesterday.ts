import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'A10b',
  area: 'authnz',
  sentence: 'The signature of an identity carries the time of an earlier request.',
  source: 'A signature that is remembered per caller looks right until a service checks its age',
  reverts: 'that each answer is signed anew',
  install({ parts }) {
    const { identityHeaders } = parts;
    parts.identityHeaders = (identity, requestId) => ({
      ...identityHeaders(identity, requestId),
      'x-user-signature-ts': String(Math.floor(Date.now() / 1000) - 86_400),
    });
  },
};
