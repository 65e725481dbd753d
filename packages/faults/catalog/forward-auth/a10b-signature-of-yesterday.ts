import { defineFault } from '../../src/define-fault.ts';

export const signatureOfYesterday = defineFault({
  id: 'A10b',
  capability: 'forward-auth',
  layer: 'service',
  sentence: 'The signature of an identity carries the time of an earlier request.',
  source: 'A signature that is remembered per caller looks right until a service checks its age',
  reverts: 'that each answer is signed anew',
  install({ services }) {
    const { identityHeaders } = services.gateway;
    services.gateway.identityHeaders = (identity, requestId) => ({
      ...identityHeaders(identity, requestId),
      'x-user-signature-ts': String(Math.floor(Date.now() / 1000) - 86_400),
    });
  },
});
